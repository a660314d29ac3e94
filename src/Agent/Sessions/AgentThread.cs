namespace HogTrace.Agent.Sessions;

/// <summary>The agent's thread: begun by the first work, asleep while there is none.</summary>
internal sealed class AgentThread
{
    private readonly Lock _startGate = new();
    private readonly object _gate = new();
    private readonly Queue<Action> _work = [];
    private Thread? _thread;

    /// <summary>Called between work at every <see cref="TickInterval"/>.</summary>
    public Action? Ticked { get; set; }

    /// <summary>How long it sleeps at most; null for ever. Set by the thread itself.</summary>
    public TimeSpan? TickInterval { get; set; }

    /// <summary>Has work done, and doesn't wait.</summary>
    public void Post(Action work)
    {
        lock (_gate)
        {
            _work.Enqueue(work);
            Monitor.Pulse(_gate);
        }

        Start();
    }

    /// <summary>Has work done, and waits for it, but not for longer than so; on the thread itself, not at all.</summary>
    public void Send(Action work, TimeSpan atMost)
    {
        if (Thread.CurrentThread == _thread)
        {
            Post(work);
            return;
        }

        var done = new ManualResetEventSlim();
        Post(() =>
        {
            work();
            done.Set();
        });
        done.Wait(atMost);
    }

    private void Start()
    {
        lock (_startGate)
        {
            if (_thread is not null)
                return;
            _thread = new Thread(Run) { IsBackground = true, Name = "HogTrace agent" };
            _thread.UnsafeStart();
        }
    }

    private void Run()
    {
        OwnWork.IsOwn = true;
        while (true)
            Guard(Take() ?? Ticked);
    }

    // Null when it is time to tick.
    private Action? Take()
    {
        lock (_gate)
        {
            if (_work.Count == 0)
            {
                if (TickInterval is not { } interval)
                    Monitor.Wait(_gate);
                else if (!Monitor.Wait(_gate, interval))
                    return null;
            }

            return _work.TryDequeue(out var work) ? work : null;
        }
    }

    // A bug of ours must not end the program.
    private static void Guard(Action? work)
    {
        try
        {
            work?.Invoke();
        }
#pragma warning disable CA1031
        catch (Exception exception)
#pragma warning restore CA1031
        {
            AppContext.SetData("HogTrace.Agent.Failure", exception.ToString());
        }
    }
}
