using System.Runtime.CompilerServices;

namespace HogTrace.Tests.Profiler.Target.Shapes;

/// <summary>Small methods, and those that have them inlined.</summary>
internal static class Inlined
{
    private static int s_calls;

    /// <summary>How often <see cref="Hot"/> was called.</summary>
    public static int Calls => Volatile.Read(ref s_calls);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Triple(int number) => number * 3;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Quintuple(int number) => number * 5;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int Both(int number) => Triple(number) + Quintuple(number);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int Other(int number) => Triple(number) + 1;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int Hot(int number)
    {
        Interlocked.Increment(ref s_calls);
        return Triple(number) + Quintuple(number);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int CallAdd(int left, int right) => Statics.Add(left, right);
}
