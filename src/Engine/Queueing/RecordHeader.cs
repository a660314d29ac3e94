using System.Runtime.CompilerServices;
using HogTrace.Runtime;

namespace HogTrace.Queueing;

/// <summary>
/// How the record of an event begins, in the place of a value. A capture's values follow. A record has no more than it
/// needs: every cache line that is written here is taken from the thread that delivers.
/// </summary>
internal struct RecordHeader
{
    /// <summary>Words of a header.</summary>
    public const int Words = 1;

    /// <summary>
    /// The <see cref="CaptureSource"/>, or a <see cref="ProbeEvent"/> that is already made. A source may be left behind
    /// when the record is taken out: it doesn't lead to the host.
    /// </summary>
    public object? Subject;

    public long UtcTicks;

    /// <summary>The header in a word, which has the same two parts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref RecordHeader In(ref Value word) => ref Unsafe.As<Value, RecordHeader>(ref word);

    /// <summary>Words of the record.</summary>
    public readonly int RecordWords => Subject is CaptureSource source ? source.Words : Words;
}
