using System.Collections.Immutable;
using HogTrace.Bytecode;
using HogTrace.Installing;

namespace HogTrace;

/// <summary>The probes installed at a site, of all engines, in the order they were installed. Immutable.</summary>
internal sealed class SiteProbes
{
    private SiteProbes(ImmutableArray<InstalledProbe> all)
    {
        All = all;
        Entry = [.. all.Where(probe => probe.Point == ProbePoint.Entry)];
        Exit = [.. all.Where(probe => probe.Point == ProbePoint.Exit)];
        foreach (var probe in Exit)
        {
            ExitInputs |= probe.Form.Inputs;
            ExitRegisters = Math.Max(ExitRegisters, probe.Form.RegisterCount);
            ReadsDuration |= probe.ReadsDuration;
        }
    }

    public ImmutableArray<InstalledProbe> All { get; }

    public InstalledProbe[] Entry { get; }

    public InstalledProbe[] Exit { get; }

    public ulong ExitInputs { get; }

    public int ExitRegisters { get; }

    /// <summary>Whether an exit probe needs the clock to be read at entry.</summary>
    public bool ReadsDuration { get; }

    public static SiteProbes? With(SiteProbes? list, InstalledProbe probe) => new([.. list?.All ?? [], probe]);

    public static SiteProbes? Without(SiteProbes? list, InstalledProbe probe) =>
        list is null || list.All is [var only] && only == probe ? null : new(list.All.Remove(probe));
}
