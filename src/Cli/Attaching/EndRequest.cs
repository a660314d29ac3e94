using HogTrace.Cli.Output;

namespace HogTrace.Cli.Attaching;

/// <summary>
/// What a user or a system says to end a session: Ctrl-C, a termination, a hang-up. The first asks for a good end, which
/// is given a few seconds; the second ends the command at once.
/// </summary>
internal sealed class EndRequest : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(8);

    private readonly CommandConsole _console;
    private readonly CancellationTokenSource _requested = new();
    private readonly TerminationSignals _signals;
    private Timer? _timer;

    public EndRequest(CommandConsole console)
    {
        _console = console;
        console.Interrupted = Request;
        _signals = new TerminationSignals(Request);
    }

    public CancellationToken Token => _requested.Token;

    public void Dispose()
    {
        _console.Interrupted = null;
        _signals.Dispose();
        _timer?.Dispose();
        _requested.Dispose();
    }

    private void Request()
    {
        if (_requested.IsCancellationRequested)
            Leave();
        // An output that nobody reads any more must not keep the command alive.
        _timer = new Timer(_ => Leave(), null, s_patience, Timeout.InfiniteTimeSpan);
        _requested.Cancel();
    }

    private void Leave()
    {
        _console.FlushOnInterrupt();
        Environment.Exit(ExitCodes.Interrupted);
    }
}
