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
        if (probes.EntryRegisters <= SmallRegisters.Count)
        {
            Unsafe.SkipInit(out SmallRegisters registers);
            InstalledProbe.RunAll(probes.Entry, ref registers.First);
        }
        else
        {
            Calls.EnterLarge(probes, new NoArguments());
        }

        return probes.Exit.Length == 0 ? default : Calls.Begin(probes, new NoArguments());
    }
}
