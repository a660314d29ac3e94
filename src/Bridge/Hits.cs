using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace HogTrace.Bridge;

/// <summary>What probed methods call. Nothing here throws, whatever the number.</summary>
public static class Hits
{
    // Replaced, never changed in place but for single elements: a method that reads an old one finds its own number in
    // it, since numbers are given out before the method's code is.
    private static Hook?[] s_hooks = new Hook?[64];

    /// <summary>Puts a hook at its number, or null to take it away. One thread at a time.</summary>
    public static void Set(int id, Hook? hook)
    {
        var hooks = s_hooks;
        if (id >= hooks.Length)
        {
            Array.Resize(ref hooks, Math.Max(id + 1, hooks.Length * 2));
            hooks[id] = hook;
            Volatile.Write(ref s_hooks, hooks);
            return;
        }

        Volatile.Write(ref hooks[id], hook);
    }

    /// <summary>The clock that durations are measured by.</summary>
    public static long Clock() => Stopwatch.GetTimestamp();

    /// <summary>Seconds since a time of the clock.</summary>
    public static double Since(long started) => Stopwatch.GetElapsedTime(started).TotalSeconds;

    /// <summary>What a reference refers to; the default of null references, which the language knows nothing of.</summary>
    public static T? Load<T>(ref readonly T reference) => Unsafe.IsNullRef(in reference) ? default : reference;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Hit(int id) => At(id)?.Hit();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Hit<T0>(int id, T0 input0)
    {
        if (At(id) is { } hook)
            Unsafe.As<Hook<T0>>(hook).Hit(input0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Hit<T0, T1>(int id, T0 input0, T1 input1)
    {
        if (At(id) is { } hook)
            Unsafe.As<Hook<T0, T1>>(hook).Hit(input0, input1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Hit<T0, T1, T2>(int id, T0 input0, T1 input1, T2 input2)
    {
        if (At(id) is { } hook)
            Unsafe.As<Hook<T0, T1, T2>>(hook).Hit(input0, input1, input2);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Hit<T0, T1, T2, T3>(int id, T0 input0, T1 input1, T2 input2, T3 input3)
    {
        if (At(id) is { } hook)
            Unsafe.As<Hook<T0, T1, T2, T3>>(hook).Hit(input0, input1, input2, input3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Hit<T0, T1, T2, T3, T4>(int id, T0 input0, T1 input1, T2 input2, T3 input3, T4 input4)
    {
        if (At(id) is { } hook)
            Unsafe.As<Hook<T0, T1, T2, T3, T4>>(hook).Hit(input0, input1, input2, input3, input4);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Hit<T0, T1, T2, T3, T4, T5>(int id, T0 input0, T1 input1, T2 input2, T3 input3, T4 input4, T5 input5)
    {
        if (At(id) is { } hook)
            Unsafe.As<Hook<T0, T1, T2, T3, T4, T5>>(hook).Hit(input0, input1, input2, input3, input4, input5);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Hit<T0, T1, T2, T3, T4, T5, T6>(int id, T0 input0, T1 input1, T2 input2, T3 input3, T4 input4, T5 input5, T6 input6)
    {
        if (At(id) is { } hook)
            Unsafe.As<Hook<T0, T1, T2, T3, T4, T5, T6>>(hook).Hit(input0, input1, input2, input3, input4, input5, input6);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Hit<T0, T1, T2, T3, T4, T5, T6, T7>(int id, T0 input0, T1 input1, T2 input2, T3 input3, T4 input4, T5 input5, T6 input6, T7 input7)
    {
        if (At(id) is { } hook)
            Unsafe.As<Hook<T0, T1, T2, T3, T4, T5, T6, T7>>(hook).Hit(input0, input1, input2, input3, input4, input5, input6, input7);
    }

    public static void HitPacked<TInputs>(int id, TInputs inputs)
        where TInputs : struct
    {
        if (At(id) is { } hook)
            Unsafe.As<PackedHook>(hook).Hit(inputs);
    }

    public static TTask HitAsync<TTask, TInputs>(int id, long started, TTask task, TInputs inputs)
        where TInputs : struct =>
        At(id) is { } hook ? Unsafe.As<AsyncHook>(hook).Hit(started, task, inputs) : task;

    // A method's code and its hook's type are made together, so the type needs no check.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Hook? At(int id)
    {
        var hooks = s_hooks;
        return (uint)id < (uint)hooks.Length ? hooks[id] : null;
    }
}
