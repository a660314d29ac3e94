using System.Diagnostics;
using System.Runtime.CompilerServices;
using HogTrace.Runtime;

namespace HogTrace.Queueing;

/// <summary>What flows with a thread and belongs to its captures: the last words of a record that has such.</summary>
/// <param name="RequestId">The request; null outside one.</param>
/// <param name="Activity">The current activity; null when there is none that has W3C ids.</param>
internal readonly record struct CaptureFlow(string? RequestId, Activity? Activity)
{
    /// <summary>Words that it takes.</summary>
    public const int Words = 2;

    /// <summary>Whether there is nothing.</summary>
    public bool IsEmpty => RequestId is null && Activity is null;

    /// <summary>Reads what <see cref="Write"/> wrote at the end of the values.</summary>
    public static CaptureFlow Read(ReadOnlySpan<Value> values) =>
        new(values[^2].StringOrNull, values[^1].Reference as Activity);

    /// <summary>Writes it behind so many values, of which this is the first.</summary>
    public void Write(ref Value values, int count)
    {
        Unsafe.Add(ref values, count) = Value.FromString(RequestId);
        Unsafe.Add(ref values, count + 1) = Value.FromReference(Activity);
    }
}
