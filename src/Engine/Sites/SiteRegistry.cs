using HogTrace.Installing;

namespace HogTrace;

/// <summary>
/// All sites and all engines of the process. One lock guards who is installed where; calls never take it. Static
/// sites are held for good, as the fields that they live in are, others until they are removed; engines until they are disposed.
/// </summary>
internal static class SiteRegistry
{
    private static readonly Lock s_gate = new();
    private static readonly List<ProbeSite> s_sites = [];
    private static readonly List<ProbeEngine> s_engines = [];

    /// <summary>Makes a site known, and installs the probes there that engines already wait to.</summary>
    public static TSite Add<TSite>(TSite site)
        where TSite : ProbeSite
    {
        lock (s_gate)
        {
            s_sites.Add(site);
            foreach (var engine in s_engines)
                engine.BindNewSite(site);
        }

        return site;
    }

    /// <summary>Forgets sites and takes the probes out of them.</summary>
    public static void Remove(IReadOnlyCollection<ProbeSite> sites)
    {
        lock (s_gate)
        {
            if (sites.Count == 0)
                return;
            var gone = sites.ToHashSet();
            foreach (var engine in s_engines)
                engine.Unbind(gone);
            s_sites.RemoveAll(gone.Contains);
        }
    }

    public static void Add(ProbeEngine engine)
    {
        lock (s_gate)
            s_engines.Add(engine);
    }

    public static void Remove(ProbeEngine engine)
    {
        lock (s_gate)
            s_engines.Remove(engine);
    }

    /// <summary>Runs a change of what is installed; sees every site that there is.</summary>
    public static void Change(Action<IReadOnlyList<ProbeSite>> change)
    {
        lock (s_gate)
            change(s_sites);
    }

    /// <summary>A probe was switched off: lets the sites that have it choose their code again.</summary>
    public static void Renew(ProbeState state) => Change(sites =>
    {
        foreach (var site in sites)
        {
            if (site.Installed?.All.Any(probe => probe.IsOf(state)) == true)
                site.Republish();
        }
    });

    /// <summary>Puts a probe into its site; within a change.</summary>
    public static void Arm(InstalledProbe probe) => probe.Site.Publish(SiteProbes.With(probe.Site.Installed, probe));

    /// <summary>Takes a probe out of its site; within a change.</summary>
    public static void Disarm(InstalledProbe probe) => probe.Site.Publish(SiteProbes.Without(probe.Site.Installed, probe));
}
