using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using HogTrace.Runtime;

namespace HogTrace;

/// <summary>
/// A place for one event in the ring. What is cheap to take is taken on the thread of the probe; the thread that
/// delivers makes an event of it.
/// </summary>
internal struct EventSlot
{
    /// <summary>Fields that a slot has room for.</summary>
    public const int InlineFields = 8;

    // What captures outside of requests and activities have no use for comes first, away from the rest: a cache line
    // that neither thread writes is not taken from one to the other.
    internal string? RequestId;

    internal Activity? Activity;

    /// <summary>The values of a capture of more fields than there is room for, or an event that is already made.</summary>
    internal object? Payload;

    /// <summary>Names of the fields. May be left behind when the slot is cleared, like the origin: neither is the host's.</summary>
    internal CaptureSite? Site;

    internal CaptureOrigin? Origin;

    internal Thread? Thread;

    /// <summary>
    /// Whose turn the slot is: its laps around the ring times the size while it may be claimed for that lap, one more
    /// once it is published. Kept relative to the index, so that a ring of zeros is an empty one.
    /// </summary>
    internal long Turn;

    internal long UtcTicks;

    /// <summary>Whether the hit counts as fired by this event.</summary>
    internal bool IsHit;

    private Fields _fields;

    /// <summary>Value of the first field; those of the others follow it.</summary>
    [UnscopedRef]
    public ref Value First => ref Unsafe.As<Fields, Value>(ref _fields);

    /// <summary>The values of the capture.</summary>
    [UnscopedRef]
    internal readonly ReadOnlySpan<Value> Values => Payload is Value[] many ? many : _fields[..Site!.Names.Length];

    /// <summary>Lets go of everything of the host.</summary>
    /// <param name="keepsOrigin">Whether the origin and its site stay, for a next capture of the same.</param>
    internal void Clear(bool keepsOrigin)
    {
        if (Payload is not ProbeEvent)
            _fields[..Math.Min(Site!.Names.Length, InlineFields)].Clear();
        if (!keepsOrigin)
        {
            Site = null;
            Origin = null;
        }

        Thread = null;
        if (RequestId is not null)
            RequestId = null;
        if (Activity is not null)
            Activity = null;
        if (Payload is not null)
            Payload = null;
    }

    [InlineArray(InlineFields)]
    private struct Fields
    {
        private Value _first;
    }
}
