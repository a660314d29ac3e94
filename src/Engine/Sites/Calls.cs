using System.Diagnostics;
using System.Runtime.CompilerServices;
using HogTrace.Execution;
using HogTrace.Installing;
using HogTrace.Runtime;

namespace HogTrace;

/// <summary>What happens at a site that has probes.</summary>
internal static class Calls
{
    /// <summary>When a call has entered whose end exit probes wait for; only if one of them reads it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Start(SiteProbes probes) => probes.ReadsDuration ? ReadClock() : 0;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Exit<TArguments, TResult>(
        SiteProbes probes, TArguments arguments, long started, TResult result, Exception? exception)
        where TArguments : struct, ISiteArguments
    {
        if (probes.ExitRegisters <= SmallRegisters.Count)
            ExitSmall(probes, in arguments, started, result, exception);
        else
            ExitLarge(probes, in arguments, started, result, exception);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void EnterLarge<TArguments>(InstalledProbe probe, TArguments arguments)
        where TArguments : struct, ISiteArguments
    {
        Unsafe.SkipInit(out LargeRegisters registers);
        using var rented = new RentedRegisters(probe.RegisterCount);
        ref Value first = ref rented.FirstOr(ref registers.First);
        arguments.Store(ref first, probe.Inputs);
        probe.Run(ref first);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static long ReadClock() => Stopwatch.GetTimestamp();

    private static void ExitSmall<TArguments, TResult>(
        SiteProbes probes, in TArguments arguments, long started, TResult result, Exception? exception)
        where TArguments : struct, ISiteArguments
    {
        Unsafe.SkipInit(out SmallRegisters registers);
        RunExit(probes, in arguments, started, result, exception, ref registers.First);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ExitLarge<TArguments, TResult>(
        SiteProbes probes, in TArguments arguments, long started, TResult result, Exception? exception)
        where TArguments : struct, ISiteArguments
    {
        Unsafe.SkipInit(out LargeRegisters registers);
        using var rented = new RentedRegisters(probes.ExitRegisters);
        RunExit(probes, in arguments, started, result, exception, ref rented.FirstOr(ref registers.First));
    }

    private static void RunExit<TArguments, TResult>(
        SiteProbes probes, in TArguments arguments, long started, TResult result, Exception? exception, ref Value first)
        where TArguments : struct, ISiteArguments
    {
        arguments.Store(ref first, probes.ExitInputs);
        RunExit(probes, started, exception is null ? Value.From(result) : Value.None, exception, ref first, TArguments.Types.Length);
    }

    /// <summary>Runs the exit probes over registers that hold the arguments.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void RunExit(SiteProbes probes, long started, Value result, Exception? exception, ref Value first, int arguments)
    {
        ref Value outputs = ref Unsafe.Add(ref first, arguments);
        Unsafe.Add(ref outputs, 1) = result;
        Unsafe.Add(ref outputs, 2) = Value.FromReference(exception);
        if (probes.ReadsDuration)
            Unsafe.Add(ref outputs, 3) = Value.FromFloat(Stopwatch.GetElapsedTime(started).TotalSeconds);
        InstalledProbe.RunAll(probes.Exit, ref first);
    }
}
