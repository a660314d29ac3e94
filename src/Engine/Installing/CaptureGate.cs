using System.Runtime.CompilerServices;
using HogTrace.Runtime;

namespace HogTrace.Installing;

/// <summary>
/// Lets captures of compiled code go by, all but about one in <see cref="Interval"/> of each thread, which is timed and
/// stands for as many. Counted by thread, because a count that threads share costs more than a capture; at random
/// distances, so that of probes that are hit in turn each comes up as often as it captures.
/// </summary>
internal static class CaptureGate
{
    /// <summary>Captures that one which is timed stands for.</summary>
    public const int Interval = 1024;

    // Captures that may still go by; below zero while the gate is closed.
    [ThreadStatic]
    private static int s_left;

    [ThreadStatic]
    private static bool s_wasOpen;

    /// <summary>Whether a capture may go by: not when it is to be timed, and not when it is the tracer's own doing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryPass()
    {
        int left = s_left - 1;
        if (left < 0 || RunContext.IsInHostCall)
            return false;
        s_left = left;
        return true;
    }

    /// <summary>Opens the gate again when one is to be timed; the first on a thread stands for none.</summary>
    public static bool TryOpen(out int hits)
    {
        hits = 0;
        if (s_left != 0 || RunContext.IsInHostCall)
            return false;
        hits = s_wasOpen ? Interval : 0;
        s_wasOpen = true;
#pragma warning disable CA5394 // Nothing to protect.
        s_left = Random.Shared.Next(1, 2 * Interval);
#pragma warning restore CA5394
        return true;
    }

    /// <summary>Nothing goes by until <see cref="Reopen"/>.</summary>
    public static void Close() => s_left = ~s_left;

    /// <summary>Undoes <see cref="Close"/>.</summary>
    public static void Reopen() => s_left = ~s_left;
}
