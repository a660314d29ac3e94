using System.Diagnostics;

namespace HogTrace.Tests.EndToEnd.Cli;

/// <summary>A .NET process that waits for input until the test is over.</summary>
internal sealed class WaitingTarget : IDisposable
{
    private const string Program = "fn:a.b:entry { capture(arg0); }";
    private const string Frame = """{"function":"a.b","point":"entry","args":[1]}""";

    private readonly Process _process;

    public WaitingTarget(string variable = "HOGTRACE_TEST", string value = "1")
    {
        _process = HogTraceProcess.StartWith(variable, value, "exec", "-e", Program, "--frames", "-");
        // What it answers shows that it runs.
        _process.StandardInput.WriteLine(Frame);
        _process.StandardInput.Flush();
        Assert.NotNull(_process.StandardOutput.ReadLine());
    }

    public int Id => _process.Id;

    public void Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        HogTraceProcess.WaitForExit(_process);
        _process.Dispose();
    }
}
