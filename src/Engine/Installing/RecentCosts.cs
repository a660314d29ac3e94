namespace HogTrace.Installing;

/// <summary>
/// The last few measurements of a cost. Their median stands for the runs between, so that one run during which the
/// thread was preempted doesn't count. Threads add without a lock: a lost measurement changes nothing.
/// </summary>
internal sealed class RecentCosts
{
    private const int Count = 9;

    private readonly double[] _costs = new double[Count];
    private int _next;

    /// <summary>Whether there are enough measurements for a median.</summary>
    public bool IsFilled { get; private set; }

    public void Add(double cost)
    {
        int next = _next;
        _costs[next] = cost;
        IsFilled |= next == Count - 1;
        _next = (next + 1) % Count;
    }

    public double Median()
    {
        Span<double> sorted = stackalloc double[Count];
        _costs.CopyTo(sorted);
        sorted.Sort();
        return sorted[Count / 2];
    }
}
