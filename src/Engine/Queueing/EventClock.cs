using System.Runtime.CompilerServices;
using HogTrace.Runtime;

namespace HogTrace.Queueing;

/// <summary>The clock that events are stamped by.</summary>
internal sealed class EventClock(TimeProvider provider)
{
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
        // Probes that stand in the provider would ask for the time again: what they capture is not recorded.
        bool hasEntered = RunContext.TryEnterHost();
        try
        {
            return provider.GetUtcNow().UtcTicks;
        }
#pragma warning disable CA1031 // A clock of the host that fails must not fail the code that a probe stands in.
        catch (Exception)
#pragma warning restore CA1031
        {
            return DateTime.UtcNow.Ticks;
        }
        finally
        {
            if (hasEntered)
                RunContext.LeaveHost();
        }
    }
}
