using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using HogTrace.Tests.EndToEnd.Cli;

namespace HogTrace.Tests.EndToEnd.Attaching;

/// <summary>Which process is meant.</summary>
public sealed class SelectionTests
{
    [Fact]
    public async Task Processes_are_shown_and_found_by_name()
    {
        using var one = await TargetProcess.StartWorkerAsync();
        using var two = await TargetProcess.StartWorkerAsync();
        var shown = HogTraceProcess.Run("ps", "--format", "json").Out.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement)
            .Single(line => line.GetProperty("pid").GetInt32() == one.Id);
        Assert.Equal("Worker", shown.GetProperty("name").GetString());
        Assert.True(shown.GetProperty("traceable").GetBoolean());
        Assert.StartsWith("10.", shown.GetProperty("runtime").GetString(), StringComparison.Ordinal);
        Assert.Matches($@"(?m)^ *{one.Id} +Worker +10\.\S+ +yes ", HogTraceProcess.Run("ps").Out);

        var ambiguous = HogTraceProcess.Run("list", "-n", "Worker", "Worker.**");
        Assert.Equal(1, ambiguous.ExitCode);
        Assert.Matches(@"'Worker' is the name of \d+ processes; choose one with -p: ", ambiguous.Error);
        Assert.Contains($"Worker ({two.Id})", ambiguous.Error, StringComparison.Ordinal);
        var traced = HogTraceProcess.Run("trace", "-n", "Worker", "-e", "fn:Worker.Calls.Add:exit { capture(retval); }");
        Assert.Equal((1, ""), (traced.ExitCode, traced.Out));
        Assert.Contains($"Worker ({one.Id})", traced.Error, StringComparison.Ordinal);
        Assert.Single(traced.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        var none = HogTraceProcess.Run("list", "-n", "Wroker", "Worker.**");
        Assert.Equal(1, none.ExitCode);
        Assert.Contains("no .NET process is called 'Wroker'; did you mean 'Worker'?", none.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_processes_are_told_apart()
    {
        using var other = Process.Start("sleep", "60");
        try
        {
            var native = HogTraceProcess.Run("list", "-p", other.Id.ToString(CultureInfo.InvariantCulture), "A.**");
            Assert.Equal(1, native.ExitCode);
            Assert.Contains("is no .NET process", native.Error, StringComparison.Ordinal);
        }
        finally
        {
            other.Kill();
        }

        var absent = HogTraceProcess.Run("list", "-p", "4194303", "A.**");
        Assert.Equal(1, absent.ExitCode);
        Assert.Contains("there is no process 4194303", absent.Error, StringComparison.Ordinal);
    }
}
