using System.ComponentModel;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using HogTrace.Cli.Attaching;
using HogTrace.Cli.Output;

namespace HogTrace.Cli.Starting;

/// <summary>
/// A program that was started in this terminal. A terminal's Ctrl-C reaches it as it reaches this process, which leaves
/// to it what comes of that; what else asks this process to end is passed on.
/// </summary>
internal sealed class ChildProcess : IDisposable
{
    private const int Termination = 15;             // SIGTERM of every Unix

    private readonly Process _process;
    private readonly CommandConsole _console;
    private readonly TerminationSignals _signals;
    private int _interrupts;

    private ChildProcess(Process process, CommandConsole console)
    {
        _process = process;
        _console = console;
        console.Interrupted = Interrupt;
        _signals = new TerminationSignals(() => _ = SendSignal(process.Id, Termination));
    }

    public bool HasExited => _process.HasExited;

    public int Id => _process.Id;

    public static bool TryStart(
        ProcessStartInfo start, CommandConsole console, [NotNullWhen(true)] out ChildProcess? child, [NotNullWhen(false)] out string? error)
    {
        child = null;
        error = null;
        try
        {
            child = new ChildProcess(Process.Start(start)!, console);
            return true;
        }
        catch (Win32Exception failure)
        {
            error = $"{Input.DisplayNames.Of(start.FileName)} can't be started: {new Win32Exception(failure.NativeErrorCode).Message}";
            return false;
        }
    }

    /// <summary>Waits for its end, and answers its exit code.</summary>
    public int WaitForExit()
    {
        _process.WaitForExit();
        return _process.ExitCode;
    }

    public void Dispose()
    {
        _console.Interrupted = null;
        _signals.Dispose();
        _process.Dispose();
    }

    // Whoever presses it again wants the end, whatever the program says.
    private void Interrupt()
    {
        if (Interlocked.Increment(ref _interrupts) > 1 && !_process.HasExited)
            _process.Kill();
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SendSignal(int process, int signal);
}
