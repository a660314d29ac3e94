using System.Diagnostics;

namespace HogTrace.Tests.Properties.Breaking;

/// <summary>
/// Input made to exhaust stack, heap or time, in a process of its own: a stack overflow can't be caught. The child
/// runs on a stack of 256 KiB with a heap of 1 GiB.
/// </summary>
public sealed class BombTests
{
    private static readonly TimeSpan s_bound = TimeSpan.FromMinutes(4);

    [Theory]
    [InlineData("compile")]
    [InlineData("format")]
    [InlineData("bytecode")]
    [InlineData("match")]
    [InlineData("capture")]
    [InlineData("grow")]
    public async Task StageSurvivesItsBombs(string stage)
    {
        using var process = Process.Start(Child(stage))!;
        string bomb = "";
        process.OutputDataReceived += (_, line) => bomb = line.Data ?? bomb;
        process.BeginOutputReadLine();
        var errors = process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(s_bound);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            Assert.Fail($"'{bomb}' goes on after {s_bound}");
        }

        string complaints = await errors;
        Assert.True(process.ExitCode == 0, $"exit code {process.ExitCode} at '{bomb}'\n{complaints[..Math.Min(2_000, complaints.Length)]}");
    }

    private static ProcessStartInfo Child(string stage) => new(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
    {
        ArgumentList = { Path.Combine(AppContext.BaseDirectory, "HogTrace.Tests.Fuzz.dll"), stage },
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        Environment = { ["DOTNET_GCHeapHardLimit"] = "0x40000000", ["DOTNET_DbgEnableMiniDump"] = "0" },
    };
}
