using System.Globalization;
using System.Text.RegularExpressions;

namespace HogTrace.Tests.EndToEnd.Attaching;

/// <summary>A whole library with every method armed.</summary>
[Collection(HeavyTests.Name)]
public sealed partial class EverythingTests
{
    private const string Source = "fn:Newtonsoft.**:entry / False / {} fn:Newtonsoft.**:exit / False / {}";
    private const int LeastMethods = 4_000;

    [Fact]
    public async Task Newtonsoft_Json_does_the_same_with_probes_in_all_its_methods()
    {
        using var target = await TargetProcess.StartAsync("JsonDriver", "ready");
        string[] bare = await Run(target);
        Assert.True(bare.Length > 100, "The driver says too little to tell.");
        using (var client = await TraceClient.StartAsync(target, Source))
        {
            Assert.Equal(bare, await Run(target));
            var result = await client.Interrupt();
            Assert.Equal(0, result.ExitCode);
            int methods = int.Parse(Armed().Match(result.Error).Groups[1].Value, CultureInfo.InvariantCulture);
            Assert.InRange(methods, 2 * LeastMethods, int.MaxValue);
            Assert.All(Summary.Read(result.Error).Values, probe => Assert.True(probe.Hits > 1_000));
        }

        Assert.Equal(bare, await Run(target));
    }

    // Of both probes together.
    [GeneratedRegex(@"Probes: 2 in (\d+) methods")]
    private static partial Regex Armed();

    private static async Task<string[]> Run(TargetProcess target)
    {
        int seen = target.Output.Count;
        target.Tell("go");
        await target.WaitForOutput("hash:", seen);
        return [.. target.Output.Skip(seen).Where(line => line.Length > 0)];
    }
}
