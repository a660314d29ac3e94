namespace HogTrace.Bench.Cases;

/// <summary>Which tier a probe really is in.</summary>
internal static class TierState
{
    /// <summary>What is compiled now of the probes at the site of a name.</summary>
    public static CompiledPart OfSite(string name)
    {
        bool[] compiled = [];
        SiteRegistry.Change(sites => compiled =
            [.. sites.Single(site => site.Name == name).Installed?.All.Select(probe => probe.Compiled is not null) ?? []]);
        return !compiled.Contains(true) ? CompiledPart.None : compiled.Contains(false) ? CompiledPart.Some : CompiledPart.All;
    }

    /// <summary>Whether a probe that has been executed over a frame runs as compiled code.</summary>
    public static bool IsCompiledForFrames(HogTraceProbe probe) => false;
}
