using HogTrace.AgentProtocol;
using HogTrace.Cli.Attaching;

namespace HogTrace.Cli.Starting;

/// <summary>
/// Lets runtimes run that wait at the port; the program's own, which is the first that is no part of the SDK, once a
/// session waits for its agent.
/// </summary>
/// <param name="port">Where they wait.</param>
/// <param name="request">What the session asks.</param>
internal sealed class StartGate(StartPort port, SessionRequest request) : IDisposable
{
    private readonly CancellationTokenSource _closed = new();
    private readonly TaskCompletionSource<(TargetProcess Target, ChannelSession? Channel, string? Error)> _opened =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    private readonly HashSet<Guid> _seen = [];
    private Task _serving = Task.CompletedTask;

    /// <summary>The program, and the session or why there is none.</summary>
    public Task<(TargetProcess Target, ChannelSession? Channel, string? Error)> Opened => _opened.Task;

    public void Open() => _serving = Task.Run(ServeAsync);

    public void Dispose()
    {
        _closed.Cancel();
        _serving.Wait();
        _closed.Dispose();
    }

    private async Task ServeAsync()
    {
        // They are kept: a runtime that loses its connection would try again and again.
        var connections = new List<StartedRuntime>();
        try
        {
            while (true)
            {
                if (await port.AcceptAsync(_closed.Token).ConfigureAwait(false) is not { } runtime)
                    continue;
                connections.Add(runtime);
                if (!_seen.Add(runtime.Cookie))
                    continue;
                if (!_opened.Task.IsCompleted && !SdkProcess.Is(runtime.ProcessId))
                    Begin(runtime);
                await runtime.ResumeAsync(_closed.Token).ConfigureAwait(false);
            }
        }
        catch (Exception failure) when (failure is OperationCanceledException or System.Net.Sockets.SocketException or ObjectDisposedException)
        {
            // Closed.
        }
        finally
        {
            foreach (var runtime in connections)
                await runtime.Connection.DisposeAsync().ConfigureAwait(false);
        }
    }

    private void Begin(StartedRuntime runtime)
    {
        var target = ProcessDiscovery.Starting(runtime.ProcessId);
        SessionOpening.TryBegin(target, request, 0, out var channel, out string? error);
        _opened.SetResult((target, channel, error));
    }
}
