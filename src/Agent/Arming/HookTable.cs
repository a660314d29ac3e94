using HogTrace.Bridge;

namespace HogTrace.Agent.Arming;

/// <summary>
/// Numbers hooks. A number is never given out again: a call that began long ago may still use it, and its code trusts
/// the hook's type.
/// </summary>
internal static class HookTable
{
    private static readonly Lock s_gate = new();
    private static int s_last;

    public static int NewId() => Interlocked.Increment(ref s_last);

    public static void Set(int id, Hook? hook)
    {
        lock (s_gate)
            Hits.Set(id, hook);
    }
}
