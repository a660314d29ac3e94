namespace HogTrace.Bench.Cases;

/// <summary>Which tier a probe really is in.</summary>
internal static class TierState
{
    /// <summary>Whether every probe at the site of a name is compiled now.</summary>
    public static bool IsCompiledAt(string site)
    {
        bool isCompiled = false;
        SiteRegistry.Change(sites => isCompiled = sites.Single(known => known.Name == site).Installed is { } probes
            && probes.All.All(probe => probe.Compiled is not null));
        return isCompiled;
    }

    /// <summary>Whether a probe that has been executed over a frame runs as compiled code.</summary>
    public static bool IsCompiledForFrames(HogTraceProbe probe) => false;
}
