using System.Collections.Immutable;
using HogTrace.Installing;

namespace HogTrace;

/// <summary>The probes installed at a site, of all engines, in the order they were installed. Immutable.</summary>
internal sealed class SiteProbes
{
    private SiteProbes(ImmutableArray<InstalledProbe> all)
    {
        All = all;
        // What was switched off stays installed, for its statistics, but costs calls nothing.
        Entry = [.. all.Where(probe => probe.IsActive && probe.RunsWhenHit)];
        Exit = [.. all.Where(probe => probe.IsActive && !probe.RunsWhenHit)];
        foreach (var probe in Entry)
        {
            EntryInputs |= probe.Inputs;
            EntryRegisters = Math.Max(EntryRegisters, probe.RegisterCount);
            HasCompiled |= probe.Compiled is not null;
        }

        foreach (var probe in Exit)
        {
            ExitInputs |= probe.Form.Inputs;
            ExitRegisters = Math.Max(ExitRegisters, probe.Form.RegisterCount);
            ReadsDuration |= probe.ReadsDuration;
        }
    }

    public ImmutableArray<InstalledProbe> All { get; }

    /// <summary>Those that run when the site is hit, and are not switched off.</summary>
    public InstalledProbe[] Entry { get; }

    /// <summary>Those that run at the end of a call that has hit it.</summary>
    public InstalledProbe[] Exit { get; }

    public ulong EntryInputs { get; }

    public int EntryRegisters { get; }

    /// <summary>Whether an entry probe was compiled when the list was made.</summary>
    public bool HasCompiled { get; }

    /// <summary>The code of the only entry probe, when it can take the place of all. It says nothing of exits.</summary>
    public Delegate? OnlyCode => Entry is [{ IsActive: true } only] ? only.Compiled : null;

    public ulong ExitInputs { get; }

    public int ExitRegisters { get; }

    /// <summary>Whether an exit probe needs the clock to be read at entry.</summary>
    public bool ReadsDuration { get; }

    /// <summary>The same probes, as they are compiled now.</summary>
    public SiteProbes Renewed() => new(All);

    public static SiteProbes? With(SiteProbes? list, InstalledProbe probe) => new([.. list?.All ?? [], probe]);

    public static SiteProbes? Without(SiteProbes? list, InstalledProbe probe) =>
        list is null || list.All is [var only] && only == probe ? null : new(list.All.Remove(probe));
}
