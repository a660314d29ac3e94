using System.Runtime.CompilerServices;
using HogTrace.Execution;
using HogTrace.Installing;

namespace HogTrace.Bench.Cases;

/// <summary>Which tier a probe really is in.</summary>
internal static class TierState
{
    /// <summary>What is compiled now of the probes at the site of a name.</summary>
    public static CompiledPart OfSite(string name)
    {
        bool[] compiled = [];
        SiteRegistry.Change(sites => compiled =
            [.. sites.Single(site => site.Name == name).Installed?.All.Select(IsCompiled) ?? []]);
        return !compiled.Contains(true) ? CompiledPart.None : compiled.Contains(false) ? CompiledPart.Some : CompiledPart.All;
    }

    /// <summary>Whether a probe that has been executed over frames of so many arguments runs as compiled code.</summary>
    public static bool IsCompiledForFrames(HogTraceProbe probe, int arguments) =>
        probe.Prepared is { } prepared && IsCompiled(FormOf(prepared, arguments).Code);

    /// <summary>The only probe at the site of a name.</summary>
    public static InstalledProbe ProbeAt(string name)
    {
        InstalledProbe? probe = null;
        SiteRegistry.Change(sites => probe = sites.Single(site => site.Name == name).Installed!.All.Single());
        return probe!;
    }

    /// <summary>Does now what would happen in the background once a probe at a site is hot.</summary>
    public static void Compile(InstalledProbe probe) => TierUpOf(probe)!.Compile();

    /// <summary>The same for the predicate of a probe that has been executed over frames.</summary>
    public static void CompileForFrames(HogTraceProbe probe, int arguments) => FormOf(probe.Prepared!, arguments).Code.Predicate!.Compile();

    // For the site's types, or as a frame's code is; no case with a predicate gets to its body.
    private static bool IsCompiled(InstalledProbe probe) => probe.Compiled is not null || IsCompiled(probe.Form.Code);

    private static bool IsCompiled(TieredProbe code) => (code.Predicate ?? code.Body).IsCompiled;

    [UnsafeAccessor(UnsafeAccessorKind.Method)]
    private static extern ProbeForm FormOf(DynamicProbe probe, int arguments);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_tierUp")]
    private static extern ref TierUp? TierUpOf(InstalledProbe probe);
}
