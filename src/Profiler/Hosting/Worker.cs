using HogTrace.Profiler.Com;

namespace HogTrace.Profiler.Hosting;

/// <summary>
/// A thread for what the runtime refuses to managed threads (CORPROF_E_UNSUPPORTED_CALL_SEQUENCE), and that has all of it
/// one after the other. It starts with the first work, and then waits for as long as the process lives.
/// </summary>
internal sealed class Worker
{
    private const string ThreadName = "hogtrace";

    // Held by who has work, until it is done; the other is what both threads meet at.
    private readonly Lock _turn = new();
    private readonly object _meeting = new();
    private bool _started;
    private Func<int>? _work;
    private int _result;

    /// <summary>Has work done, and waits for it.</summary>
    /// <returns>What it returned, or a failure's HRESULT if it threw.</returns>
    public int Run(Func<int> work)
    {
        lock (_turn)
        {
            if (!_started)
                new Thread(Serve) { IsBackground = true, Name = ThreadName }.Start();
            _started = true;
            lock (_meeting)
            {
                _work = work;
                Monitor.PulseAll(_meeting);
                while (_work is not null)
                    Monitor.Wait(_meeting);
                return _result;
            }
        }
    }

    private void Serve()
    {
        while (true)
        {
            int result = Do(Next());
            lock (_meeting)
            {
                (_work, _result) = (null, result);
                Monitor.PulseAll(_meeting);
            }
        }
    }

    private Func<int> Next()
    {
        lock (_meeting)
        {
            while (_work is null)
                Monitor.Wait(_meeting);
            return _work;
        }
    }

    private static int Do(Func<int> work)
    {
        try
        {
            return work();
        }
        catch (Exception)
        {
            return HResult.Fail;
        }
    }
}
