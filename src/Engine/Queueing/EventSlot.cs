using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using HogTrace.Runtime;

namespace HogTrace.Queueing;

/// <summary>
/// A place for one event. What is cheap to take is taken on the thread of the probe; the thread that
/// delivers makes an event of it. Every cache line that a capture writes is taken from the thread that delivers, so
/// what most captures have no use for is elsewhere: <see cref="EventExtras"/>.
/// </summary>
internal struct EventSlot
{
    /// <summary>Fields that a slot has room for.</summary>
    public const int InlineFields = 8;

    /// <summary>Where the capture comes from. May be left behind when the slot is cleared: it doesn't lead to the host.</summary>
    internal CaptureSource? Source;

    internal long UtcTicks;

    private Fields _fields;

    /// <summary>Value of the first field; those of the others follow it.</summary>
    [UnscopedRef]
    public ref Value First => ref Unsafe.As<Fields, Value>(ref _fields);

    /// <summary>The values of a capture of no more fields than there is room for.</summary>
    [UnscopedRef]
    internal readonly ReadOnlySpan<Value> Values => _fields[..Source!.Site.Names.Length];

    /// <summary>Lets go of the values, which may be the host's.</summary>
    internal void ClearValues() => _fields[..Math.Min(Source!.Site.Names.Length, InlineFields)].Clear();

    [InlineArray(InlineFields)]
    private struct Fields
    {
        private Value _first;
    }
}
