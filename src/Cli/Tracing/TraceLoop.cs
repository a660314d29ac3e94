using System.Diagnostics;
using HogTrace.Cli.Attaching;
using HogTrace.Cli.Output;

namespace HogTrace.Cli.Tracing;

/// <summary>Takes the messages of a session until it ends: by itself, on request, after a time, or with its process.</summary>
/// <param name="session">The session; not closed.</param>
/// <param name="view">Shows the messages.</param>
/// <param name="output">Where events go.</param>
/// <param name="duration">How long to trace once the probes are in place; null for ever.</param>
/// <param name="end">Asks for the end.</param>
internal sealed class TraceLoop(AgentSession session, SessionView view, EventOutput output, TimeSpan? duration, CancellationToken end)
{
    // What the agent still has to say once it was asked to end; the probes go in any case.
    private static readonly TimeSpan s_endPatience = TimeSpan.FromSeconds(2);

    private readonly Stopwatch _tracing = new();
    private readonly Stopwatch _ending = new();
    private Task<bool>? _finish;

    /// <summary>Whether the process ended before the session did.</summary>
    public bool HasProcessEnded { get; private set; }

    public void Run()
    {
        while (!view.IsEnded && !view.HasFailed)
        {
            var message = session.Take(TimeSpan.Zero, out bool isComplete);
            if (message is null && !isComplete)
            {
                output.Flush();
                message = session.Take(AgentSession.Step, out isComplete);
            }

            if (isComplete)
            {
                HasProcessEnded = _finish is null;
                break;
            }

            if (message is not null)
                view.Show(message);
            if (!GoesOn(message is null))
                break;
        }

        output.Flush();
    }

    private bool GoesOn(bool isIdle)
    {
        if (view.IsArmed && !_tracing.IsRunning)
            _tracing.Start();
        if (_finish is null && (end.IsCancellationRequested || output.IsFull || _tracing.Elapsed >= duration))
        {
            _finish = Task.Run(session.TryFinish);
            _ending.Start();
        }

        // Who is waited for by a person, or has all that was wanted, leaves the rest; else what was captured is shown.
        return _ending.Elapsed < s_endPatience || (isIdle is false && !end.IsCancellationRequested && !output.IsFull);
    }
}
