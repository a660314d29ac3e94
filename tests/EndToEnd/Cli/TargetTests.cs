using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace HogTrace.Tests.EndToEnd.Cli;

/// <summary>How a process to trace is found, and what is said where it can't be traced; nothing here is attached to.</summary>
public sealed class TargetTests
{
    private const string Probe = "fn:a.b:entry { capture(arg0); }";
    private const int NoProcess = 2_000_000_000;

    [Fact]
    public void Ps_shows_a_process_that_can_be_traced()
    {
        using var target = new WaitingTarget();
        using var json = JsonDocument.Parse(Described(target.Id));
        var process = json.RootElement;
        Assert.Equal("hogtrace", process.GetProperty("name").GetString());
        Assert.True(process.GetProperty("traceable").GetBoolean());
        Assert.Equal(JsonValueKind.Null, process.GetProperty("obstacle").ValueKind);
        Assert.Equal(Environment.Version.Major, Version.Parse(process.GetProperty("runtime").GetString()!.Split('-')[0]).Major);
        Assert.Contains("exec", process.GetProperty("commandLine").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Ps_is_a_table_for_people()
    {
        using var target = new WaitingTarget();
        var result = HogTraceProcess.Run("ps");
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Matches(@"^PID +NAME +RUNTIME +TRACE +COMMAND LINE\n", result.Out);
        Assert.Matches($@"(?m)^{target.Id} +hogtrace +{Environment.Version.Major}\.\S+ +yes +\S", result.Out);
    }

    [Fact]
    public void Ps_and_trace_say_that_diagnostics_are_disabled()
    {
        if (!OperatingSystem.IsLinux())
            return;
        using var target = new WaitingTarget("DOTNET_EnableDiagnostics", "0");
        using (var json = JsonDocument.Parse(Described(target.Id)))
            Assert.False(json.RootElement.GetProperty("traceable").GetBoolean());
        var result = HogTraceProcess.Run("trace", "-p", Text(target.Id), "-e", Probe);
        Assert.Equal((1, ""), (result.ExitCode, result.Out));
        Assert.Contains($"({target.Id}) can't be traced: diagnostics are disabled (DOTNET_EnableDiagnostics=0)\n", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_port_of_an_earlier_process_of_the_same_id_is_nobodys()
    {
        if (!OperatingSystem.IsLinux())
            return;
        using var target = new WaitingTarget("DOTNET_EnableDiagnostics", "0");
        string left = Path.Combine(Path.GetTempPath(), $"dotnet-diagnostic-{target.Id}-1-socket");
        File.WriteAllText(left, "");
        try
        {
            using var json = JsonDocument.Parse(Described(target.Id));
            Assert.Contains("diagnostics are disabled", json.RootElement.GetProperty("obstacle").GetString(), StringComparison.Ordinal);
            var result = HogTraceProcess.Run("trace", "-p", Text(target.Id), "-e", Probe);
            Assert.Contains($"({target.Id}) can't be traced: diagnostics are disabled", result.Error, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(left);
        }
    }

    [Fact]
    public void A_process_that_stands_still_is_not_waited_for()
    {
        if (!OperatingSystem.IsLinux())
            return;
        using var target = new WaitingTarget();
        target.Signal("STOP");
        var clock = Stopwatch.StartNew();
        var result = HogTraceProcess.Run("trace", "-p", Text(target.Id), "-e", Probe);
        target.Signal("CONT");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("can't be traced: doesn't answer", result.Error, StringComparison.Ordinal);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void A_missing_process_is_a_failure()
    {
        foreach (string[] command in (string[][])[["trace", "-e", Probe], ["list", "a.*"]])
        {
            var result = HogTraceProcess.Run([.. command, "-p", Text(NoProcess)]);
            Assert.Equal(new CommandResult(1, "", $"hogtrace: there is no process {NoProcess}\n"), result);
        }
    }

    [Fact]
    public void A_name_that_nothing_has_gets_the_nearest()
    {
        using var target = new WaitingTarget();
        var result = HogTraceProcess.Run("trace", "-n", "hogtrce", "-e", Probe);
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("no .NET process is called 'hogtrce'; did you mean 'hogtrace'?", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_source_fails_before_a_process_is_looked_for()
    {
        var result = HogTraceProcess.Run("trace", "-p", Text(NoProcess), "-e", Probe, "-e", "fn:a.b:entyr {}");
        Assert.Equal((1, ""), (result.ExitCode, result.Out));
        Assert.StartsWith("<-e>:1:8: error HT", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("no process", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Compiled_programs_stand_alone()
    {
        using var folder = new TemporaryFolder();
        string compiled = folder.Name("probes.hogc");
        Assert.Equal(0, HogTraceProcess.Run("compile", "-e", Probe, "-o", compiled).ExitCode);
        Assert.Contains("there is no process", HogTraceProcess.Run("trace", "-p", Text(NoProcess), compiled).Error, StringComparison.Ordinal);
        var result = HogTraceProcess.Run("trace", "-p", Text(NoProcess), compiled, "-e", Probe);
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("is a compiled program, which can't be joined with others", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_agent_is_a_failure_that_touches_nothing()
    {
        using var target = new WaitingTarget();
        using var folder = new TemporaryFolder();
        var result = HogTraceProcess.Finish(HogTraceProcess.StartWith("HOGTRACE_AGENT", folder.Path, "trace", "-p", Text(target.Id), "-e", Probe));
        Assert.Equal((1, ""), (result.ExitCode, result.Out));
        Assert.StartsWith($"hogtrace: the agent is not complete: {folder.Name("HogTrace.Bridge.dll")} is missing", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_says_what_can_t_be_started_and_gives_the_exit_code_of_what_can()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var folder = new TemporaryFolder();
        var missing = HogTraceProcess.Run("run", "-e", Probe, "--", folder.Name("nothing"));
        Assert.Equal((1, $"hogtrace: {folder.Name("nothing")} can't be started: No such file or directory\n"), (missing.ExitCode, missing.Error));
        var other = HogTraceProcess.Run("run", "-e", Probe, "--", "/bin/sh", "-c", "echo $0 $1; exit 4", "--odd", "--");
        Assert.Equal((4, "--odd --\n"), (other.ExitCode, other.Out));
        Assert.Contains("/bin/sh has ended and was no .NET program", other.Error, StringComparison.Ordinal);
    }

    private static string Described(int id) => Assert.Single(
        HogTraceProcess.Run("ps", "--format", "json").Out.Split('\n'), line => line.StartsWith($$"""{"pid":{{id}},""", StringComparison.Ordinal));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
