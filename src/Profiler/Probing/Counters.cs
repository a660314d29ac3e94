namespace HogTrace.Profiler.Probing;

/// <summary>What has happened since the start. Each is a single word that only grows; together they may be a moment apart.</summary>
internal sealed class Counters
{
    private long _rewritten;
    private long _compiled;
    private long _errors;

    public long Rewritten => Volatile.Read(ref _rewritten);

    public long Compiled => Volatile.Read(ref _compiled);

    public long Errors => Volatile.Read(ref _errors);

    public void CountRewritten() => Interlocked.Increment(ref _rewritten);

    public void CountCompiled() => Interlocked.Increment(ref _compiled);

    public void CountError() => Interlocked.Increment(ref _errors);
}
