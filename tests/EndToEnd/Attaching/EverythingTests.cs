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

    /// <summary>The runtime's compiler refuses code that is wrong, so every rewritten method is put through it.</summary>
    [Theory]
    [InlineData("Newtonsoft.Json", "Newtonsoft", 2_500)]
    [InlineData("System.Private.CoreLib", "System.Collections", 500)]
    [InlineData("System.Private.CoreLib", "System.Text", 500)]
    [InlineData("System.Private.CoreLib", "System.IO", 500)]
    [InlineData("System.Private.CoreLib", "System.Globalization", 500)]
    [InlineData("System.Private.CoreLib", "System.Reflection", 500)]
    public async Task Every_rewritten_method_compiles(string assembly, string space, int least)
    {
        string command = $"prepare {assembly} {space}";
        // With every input passed, and an exception filter: as much new code as there can be.
        string source = $$"""
            fn:{{space}}.**:entry / len(args) < 0 / { capture(args=args, self=self); }
            fn:{{space}}.**:exit / len(args) < 0 / { capture(args=args, self=self, r=retval, e=exception, d=duration); }
            """;
        using var bare = await TargetProcess.StartAsync("JsonDriver", "ready");
        var expected = Prepared().Match(await bare.Ask(command));
        using var target = await TargetProcess.StartAsync("JsonDriver", "ready");
        using var client = await TraceClient.StartAsync(target, source);
        var armed = Prepared().Match(await target.Ask(command));
        Assert.Equal(expected.Groups[1].Value, armed.Groups[1].Value);
        Assert.True(int.Parse(armed.Groups[2].Value, CultureInfo.InvariantCulture) > least, armed.Value);
        Assert.Equal(0, (await client.Interrupt()).ExitCode);
    }

    // What was prepared and what failed is the same; how many were compiled for it is not, as much is precompiled.
    [GeneratedRegex("^(prepared: .*) compiled: ([0-9]+)$")]
    private static partial Regex Prepared();

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
