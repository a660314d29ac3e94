using HogTrace.Diagnostics;
using HogTrace.Execution;
using HogTrace.Installing;
using HogTrace.Runtime;

namespace HogTrace;

/// <summary>A program installed in an engine. Disposing uninstalls it; calls in flight finish what they began. Thread safe.</summary>
public sealed class Installation : IDisposable
{
    private readonly ProbeEngine _engine;
    private readonly TranslationContext _context;
    private readonly Entry[] _entries;
    private bool _isDisposed;

    internal Installation(ProbeEngine engine, HogTraceProgram program)
    {
        _engine = engine;
        Program = program;
        _context = new TranslationContext(program.Verified, engine.Host.Members, engine.Options.SecretNames);
        _entries = [.. program.Probes.Select(probe => new Entry(new ProbeState(engine, probe)))];
    }

    /// <summary>The program.</summary>
    public HogTraceProgram Program { get; }

    /// <summary>How each probe fares now, in source order.</summary>
    public IReadOnlyList<InstalledProbeStatus> Status
    {
        get
        {
            IReadOnlyList<InstalledProbeStatus> status = [];
            SiteRegistry.Change(_ => status = [.. _entries.Select(entry => entry.ToStatus())]);
            return status;
        }
    }

    /// <summary>Hits of all its probes; within a change of the registry.</summary>
    internal HitTotals HitTotals =>
        _entries.Aggregate(default(HitTotals), (total, entry) => total + HitTotals.Of(entry.Statistics));

    /// <summary>Tiers of the probes that stand somewhere and are not switched off; likewise.</summary>
    internal IEnumerable<ProbeTier> ActiveProbes =>
        _entries.Where(entry => entry.State.IsActive && entry.Installed.Count > 0).Select(entry => entry.Tier);

    /// <summary>Uninstalls the program. Further calls do nothing.</summary>
    public void Dispose() => _engine.Uninstall(this);

    /// <summary>Installs the probes that match a site; within a change of the registry.</summary>
    internal void Bind(ProbeSite site)
    {
        foreach (var entry in _entries)
        {
            if (site.Has(entry.State.Probe.Point) && entry.State.Probe.Pattern.IsMatch(site.Name))
                TryBind(entry, site);
        }
    }

    /// <summary>Takes its probes out of sites that are to be forgotten; within a change of the registry.</summary>
    internal void Unbind(HashSet<ProbeSite> sites)
    {
        foreach (var entry in _entries)
            entry.Leave(sites);
    }

    /// <summary>Takes every probe out of its site, unless they are; within a change of the registry.</summary>
    internal bool TryUnbind()
    {
        if (_isDisposed)
            return false;
        _isDisposed = true;
        foreach (var entry in _entries)
        {
            entry.State.Deactivate();
            foreach (var installed in entry.Installed)
                SiteRegistry.Disarm(installed);
        }

        EngineEvents.Uninstalled(Program);
        return true;
    }

    // A site that is made in a static constructor of the host must not fail for a bug of ours.
    private void TryBind(Entry entry, ProbeSite site)
    {
        try
        {
            Bind(entry, site);
        }
#pragma warning disable CA1031 // A probe never throws into its host, whatever happens.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            entry.Refuse(site, $"binding failed with {exception.GetType().Name}: {exception.Message}");
        }
    }

    private void Bind(Entry entry, ProbeSite site)
    {
        var probe = entry.State.Probe;
        if (probe.Offset is > 0)
        {
            entry.Refuse(site, $"a site stands at a whole method; offset +{probe.Offset} can't be honoured");
            return;
        }

        var tiers = _engine.Tiers with { Log = new CompilationLog(probe, site.Name, entry.State.Compilations) };
        var form = new ProbeForm(_context, probe.Verified, site.ShapeAt(probe.Point), tiers);
        if (form.Issues.Count > 0)
        {
            foreach (var issue in form.Issues)
                entry.Refuse(site, Describe(probe, issue));
            return;
        }

        var installed = new InstalledProbe(site, form, entry.State, _engine.Host);
        entry.Installed.Add(installed);
        SiteRegistry.Arm(installed);
        EngineEvents.Bound(probe, site.Name);
    }

    private static string Describe(HogTraceProbe probe, BindingIssue issue)
    {
        var (line, column) = probe.PositionOf(issue.Instruction, issue.IsPredicate);
        return line == 0 ? issue.Message : $"{line}:{column}: {issue.Message}";
    }

    private sealed record Entry(ProbeState State)
    {
        public List<InstalledProbe> Installed { get; } = [];

        public List<string> Problems { get; } = [];

        public ProbeTier Tier =>
            Installed.Exists(installed => installed.Compiled is not null || installed.Form.Code.IsCompiled)
                ? ProbeTier.Compiled
                : ProbeTier.Interpreted;

        public ProbeStatistics Statistics =>
            State.StatisticsWith(Installed.Sum(installed => (long)installed.UncountedQuick)) with { Tier = Tier };

        public void Leave(HashSet<ProbeSite> sites) => Installed.RemoveAll(installed =>
        {
            if (!sites.Contains(installed.Site))
                return false;
            SiteRegistry.Disarm(installed);
            State.CountPredicateFalse(installed.UncountedQuick);
            return true;
        });

        public void Refuse(ProbeSite site, string reason)
        {
            Problems.Add($"{site.Name}: {reason}");
            EngineEvents.NotBound(State.Probe, site.Name, reason);
        }

        public InstalledProbeStatus ToStatus() =>
            new(State.Probe, [.. Installed.Select(installed => installed.Site.Name)], [.. Problems], Statistics);
    }
}
