using HogTrace.Profiler.Com;

namespace HogTrace.Profiler.Hosting;

/// <summary>
/// A thread for what the runtime refuses to managed threads (CORPROF_E_UNSUPPORTED_CALL_SEQUENCE), and that has all of it
/// one after the other. It starts with the first work, and then waits for as long as the process lives.
/// </summary>
internal sealed class Worker(Action tidy)
{
    private const string ThreadName = "hogtrace";

    // Held by who has work, until it is done; the other is what both threads meet at.
    private readonly Lock _turn = new();
    private readonly object _meeting = new();
    private bool _started;
    private Func<int>? _work;
    private bool _isUntidy;
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

    /// <summary>Has it tidy up between work. Doesn't wait, and may be called from within the runtime's callbacks.</summary>
    public void TidySoon()
    {
        lock (_meeting)
        {
            _isUntidy = true;
            Monitor.PulseAll(_meeting);
        }
    }

    private void Serve()
    {
        while (true)
        {
            if (Next() is { } work)
                Finish(Do(work));
            else
                Do(Tidy);
        }
    }

    // Null is for tidying up.
    private Func<int>? Next()
    {
        lock (_meeting)
        {
            while (_work is null && !_isUntidy)
                Monitor.Wait(_meeting);
            if (_work is null)
                _isUntidy = false;
            return _work;
        }
    }

    private void Finish(int result)
    {
        lock (_meeting)
        {
            (_work, _result) = (null, result);
            Monitor.PulseAll(_meeting);
        }
    }

    private int Tidy()
    {
        tidy();
        return HResult.Ok;
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
