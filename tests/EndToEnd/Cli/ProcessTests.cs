using System.Diagnostics;

namespace HogTrace.Tests.EndToEnd.Cli;

/// <summary>Pipes and signals; of Unix.</summary>
public sealed class ProcessTests
{
    private const string Frame = """{"function":"a.b","point":"entry","args":[1]}""";
    private const string Captured = """{"probe":"probe_0","function":"a.b","point":"entry","request":null,"captures":{"arg0":1}}""";

    [Fact]
    public void A_closed_pipe_ends_it_quietly()
    {
        if (OperatingSystem.IsWindows())
            return;
        // Without an end to the input, only the closed pipe can end the command.
        var result = HogTraceProcess.RunShell(
            $$"""yes '{{Frame}}' 2>/dev/null | "$@" exec -e 'fn:a.b:entry { capture(arg0); }' --frames - | head -n 1; exit ${PIPESTATUS[1]}""");
        Assert.Equal(new CommandResult(0, Captured + "\n", ""), result);
    }

    [Fact]
    public void A_full_disk_is_a_failure()
    {
        if (!OperatingSystem.IsLinux())
            return;
        var result = HogTraceProcess.RunShell("""exec "$@" disasm -e '' > /dev/full""");
        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("hogtrace: can't write the output: ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Appends_to_a_file()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var folder = new TemporaryFolder();
        var result = HogTraceProcess.RunShell(
            $$"""( "$@" fmt -e 'fn:a.b:entry{}'; echo next ) > '{{folder.Name("out")}}'""");
        Assert.Equal(0, result.ExitCode);
        string text = File.ReadAllText(folder.Name("out"));
        Assert.StartsWith("fn:a.b:entry", text, StringComparison.Ordinal);
        Assert.EndsWith("next\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Shows_captures_as_frames_come_and_ends_with_130_on_an_interrupt()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var process = HogTraceProcess.Start("exec", "-e", "fn:a.b:entry { capture(arg0); }", "--frames", "-");
        process.StandardInput.Write(Frame + "\n");
        process.StandardInput.Flush();
        Assert.Equal(Captured, process.StandardOutput.ReadLine());
        using (var kill = Process.Start("kill", ["-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
            kill.WaitForExit();
        HogTraceProcess.WaitForExit(process);
        Assert.Equal(130, process.ExitCode);
        Assert.Empty(process.StandardError.ReadToEnd());
    }
}
