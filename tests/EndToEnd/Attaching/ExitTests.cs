using System.Text.Json;
using HogTrace.Tests.EndToEnd.Cli;
using HogTrace.Tests.EndToEnd.Processes;

namespace HogTrace.Tests.EndToEnd.Attaching;

/// <summary>What is captured just before a process ends.</summary>
[Collection(HeavyTests.Name)]
public sealed class ExitTests
{
    private const int Calls = 3_000;
    private const string Source = "fn:Worker.Calls.Add:exit { capture(left); }";

    [Theory]
    [InlineData("burst", 0)]
    [InlineData("return", 0)]
    [InlineData("crash", 134)]
    public void Comes_from_a_program_that_was_started(string command, int exitCode)
    {
        using var folder = new TemporaryFolder();
        var result = HogTraceProcess.RunWithText(
            $"{command} {Calls}\n", "run", "-e", Source, "--format", "json", "-o", folder.Name("events"), "--", "dotnet", BuiltFiles.Program("Worker"));
        Assert.True(result.ExitCode == exitCode, result.Error);
        Assert.Equal(Enumerable.Range(0, Calls), Left(File.ReadLines(folder.Name("events"))));
        Assert.Contains($"Events: {Calls} shown; {Calls} sent, {Calls} delivered.", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("lost", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Comes_from_a_process_that_was_attached_to()
    {
        using var worker = await TargetProcess.StartWorkerAsync();
        using var client = await TraceClient.StartAsync(worker, Source);
        worker.Tell($"burst {Calls}");
        Assert.Equal(0, await worker.WaitForExit());
        var result = await client.Finish();
        Assert.Equal(0, result.ExitCode);
        Assert.Equal(Enumerable.Range(0, Calls), Left(client.Output));
        Assert.Contains($"{Calls} sent, {Calls} delivered.", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_said_to_be_lost_when_the_process_is_killed()
    {
        using var worker = await TargetProcess.StartWorkerAsync();
        using var client = await TraceClient.StartAsync(worker, Source);
        Assert.Equal("3", await worker.Ask("add 2"));
        await client.WaitForEvents(1);
        worker.Kill();
        var result = await client.Finish();
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("the process ended without a last count", result.Error, StringComparison.Ordinal);
    }

    private static IEnumerable<int> Left(IEnumerable<string> lines) =>
        lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("captures").GetProperty("left").GetInt32());
}
