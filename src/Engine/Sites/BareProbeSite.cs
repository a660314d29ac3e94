using System.Runtime.CompilerServices;
using HogTrace.Execution;
using HogTrace.Installing;

namespace HogTrace;

/// <summary>A probe site in a method of no arguments.</summary>
public sealed class BareProbeSite : ProbeSite
{
    internal BareProbeSite(string name, string[] parameters)
        : base(name, parameters, TypesOf<NoArguments>())
    {
    }

    /// <summary>Goes first in the method; with no probe installed it is one check.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ProbeCall<NoArguments> Enter() =>
        Installed is { } probes ? EnterProbed(probes) : default;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ProbeCall<NoArguments> EnterProbed(SiteProbes probes)
    {
        foreach (var probe in probes.Entry)
            Run(probe);
        return probes.Exit.Length == 0 ? default : Calls.Begin(probes, new NoArguments());
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Run(InstalledProbe probe)
    {
        if (probe.RegisterCount > SmallRegisters.Count)
        {
            Calls.EnterLarge(probe, new NoArguments());
            return;
        }

        Unsafe.SkipInit(out SmallRegisters registers);
        probe.Run(ref registers.First);
    }
}
