using System.Runtime.CompilerServices;

namespace Worker;

/// <summary>Methods that are called on command, or all the time.</summary>
internal static class Calls
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int Add(int left, int right) => left + right;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static long Hot(long value, string text) => value + text.Length;
}
