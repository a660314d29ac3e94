using System.Diagnostics;

namespace HogTrace.Diagnostics;

/// <summary>What has been compiled for a probe, at all its sites. Thread safe.</summary>
internal sealed class CompilationCounts
{
    private long _compiled;
    private long _givenUp;
    private long _ticks;

    /// <summary>Forms that were made.</summary>
    public long Compiled => Interlocked.Read(ref _compiled);

    /// <summary>Forms that were given up because their guards failed too often.</summary>
    public long GivenUp => Interlocked.Read(ref _givenUp);

    /// <summary>What making them took.</summary>
    public TimeSpan Time => Stopwatch.GetElapsedTime(0, Interlocked.Read(ref _ticks));

    public void AddCompiled(long ticks)
    {
        Interlocked.Add(ref _ticks, ticks);
        Interlocked.Increment(ref _compiled);
    }

    public void AddGivenUp() => Interlocked.Increment(ref _givenUp);
}
