using System.Runtime.CompilerServices;

namespace HogTrace.Queueing;

/// <summary>The clock that events are stamped by.</summary>
internal sealed class EventClock(TimeProvider provider)
{
    [ThreadStatic]
    private static bool t_isAsked;

    // The system's own is read directly, without the call and the conversions.
    private readonly TimeProvider? _provider = provider == TimeProvider.System ? null : provider;

    public long UtcTicks
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _provider is null ? DateTime.UtcNow.Ticks : Read(_provider);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static long Read(TimeProvider provider)
    {
        // What a probe in the provider captures would ask it for the time again, without end.
        ref bool isAsked = ref t_isAsked;
        if (isAsked)
            return DateTime.UtcNow.Ticks;
        isAsked = true;
        long ticks;
        try
        {
            ticks = provider.GetUtcNow().UtcTicks;
        }
#pragma warning disable CA1031 // A clock of the host that fails must not fail the code that a probe stands in.
        catch (Exception)
#pragma warning restore CA1031
        {
            ticks = DateTime.UtcNow.Ticks;
        }

        isAsked = false;
        return ticks;
    }
}
