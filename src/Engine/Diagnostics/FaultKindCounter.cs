using HogTrace.Runtime;

namespace HogTrace.Diagnostics;

/// <summary>Counts faults by kind. Thread safe.</summary>
internal sealed class FaultKindCounter
{
    private static readonly FaultKind[] s_kinds = Enum.GetValues<FaultKind>();

    private readonly long[] _counts = new long[s_kinds.Length];

    public long Total
    {
        get
        {
            long total = 0;
            for (int i = 0; i < _counts.Length; i++)
                total += Interlocked.Read(ref _counts[i]);
            return total;
        }
    }

    public FaultCounts Counts
    {
        get
        {
            // Hardly ever are there any, and statistics are asked for again and again.
            if (Total == 0)
                return FaultCounts.None;
            return new(s_kinds.Select(kind => KeyValuePair.Create(kind, Interlocked.Read(ref _counts[(int)kind]))));
        }
    }

    public void Add(FaultKind kind) => Interlocked.Increment(ref _counts[(int)kind]);
}
