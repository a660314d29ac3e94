using System.Diagnostics;
using System.Globalization;
using HogTrace.Tests.EndToEnd.Cli;
using HogTrace.Tests.EndToEnd.Processes;

namespace HogTrace.Tests.EndToEnd.Attaching;

/// <summary>Ends of the command that aren't its own idea; the probes go in any case.</summary>
[Collection(HeavyTests.Name)]
public sealed class EndTests
{
    private const int Interrupted = 130;
    private const string Source = "fn:Worker.Calls.Add:exit { capture(retval); }";

    // A process that doesn't answer is what a good end waits for.
    [Fact]
    public async Task The_second_interrupt_ends_at_once()
    {
        using var worker = await TargetProcess.StartWorkerAsync();
        using var client = await TraceClient.StartAsync(worker, Source);
        Signal(worker, "STOP");
        client.PressInterrupt();
        await Task.Delay(500);
        Assert.False(client.HasExited);
        var watch = Stopwatch.StartNew();
        var result = await client.Interrupt();
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 2);
        Assert.Equal(Interrupted, result.ExitCode);
        Signal(worker, "CONT");
        await IsWithoutProbes(worker);
    }

    [Fact]
    public async Task A_reader_that_has_gone_ends_a_trace_silently()
    {
        using var worker = await TargetProcess.StartWorkerAsync();
        using var calls = new CancellationTokenSource();
        var calling = Task.Run(async () =>
        {
            for (int i = 0; !calls.IsCancellationRequested; i++)
            {
                worker.Tell(string.Create(CultureInfo.InvariantCulture, $"add {i}"));
                await Task.Delay(50);
            }
        });
        var result = HogTraceProcess.RunShell($"\"$@\" trace -q -p {worker.Id} -e '{Source}' | head -3; echo ${{PIPESTATUS[0]}}");
        Assert.Matches(@"^(.* <- Calls\.Add +retval=\d+\n){3}0\n$", result.Out);
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        await calls.CancelAsync();
        await calling;
        await IsWithoutProbes(worker);
    }

    // The session ends, and the program goes its way.
    [Fact]
    public void A_reader_that_has_gone_ends_no_program()
    {
        using var folder = new TemporaryFolder();
        string line = $"(for i in $(seq 20); do echo add $i; sleep 0.05; done; echo exit 5) | \"$@\" run -q -e '{Source}'"
            + $" -- sh -c 'exec dotnet {BuiltFiles.Program("Worker")} > {folder.Name("out")}' | head -3 > /dev/null; echo ${{PIPESTATUS[1]}}";
        var result = HogTraceProcess.RunShell(line);
        Assert.Equal((0, "5\n", ""), (result.ExitCode, result.Out, result.Error));
        Assert.Equal([.. Enumerable.Range(2, 20).Select(i => $"{i}")], File.ReadAllLines(folder.Name("out"))[1..]);
    }

    private static async Task IsWithoutProbes(TargetProcess worker)
    {
        await Patience.Until(
            () => !HogTraceProcess.Run("list", "-p", $"{worker.Id}", "Worker.Calls.*").Error.Contains("Other clients", StringComparison.Ordinal),
            () => "end of the probes");
        int seen = worker.Output.Count;
        worker.Tell("add 41");
        await worker.WaitForOutput("42", seen);
        Assert.Equal("", worker.Error);
    }

    private static void Signal(TargetProcess worker, string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", $"{worker.Id}"]);
        kill.WaitForExit();
    }
}
