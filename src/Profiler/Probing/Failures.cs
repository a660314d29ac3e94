namespace HogTrace.Profiler.Probing;

/// <summary>What went wrong with armed methods and nobody has asked for yet. Any thread may add to it.</summary>
internal sealed class Failures
{
    // More are only counted: who never asks must not make the process grow.
    private const int Capacity = 1024;

    private readonly List<Failure> _list = [];
    private readonly Lock _lock = new();

    public void Add(Failure failure)
    {
        lock (_lock)
        {
            if (_list.Count < Capacity)
                _list.Add(failure);
        }
    }

    /// <summary>Takes the oldest ones out, at most as many as asked for.</summary>
    public Failure[] Take(int count)
    {
        lock (_lock)
        {
            Failure[] taken = [.. _list.Take(count)];
            _list.RemoveRange(0, taken.Length);
            return taken;
        }
    }

    /// <summary>Takes out those of one arming, and tells the last result of it; 0 when there are none.</summary>
    public int TakeOf(ArmedMethod method)
    {
        lock (_lock)
        {
            int last = _list.FindLastIndex(failure => failure.Method == method);
            int result = last < 0 ? 0 : _list[last].Result;
            _list.RemoveAll(failure => failure.Method == method);
            return result;
        }
    }
}
