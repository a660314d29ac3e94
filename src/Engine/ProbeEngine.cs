using System.Runtime.CompilerServices;
using HogTrace.Diagnostics;
using HogTrace.Execution;
using HogTrace.Queueing;
using HogTrace.Runtime;

namespace HogTrace;

/// <summary>
/// Runs HogTrace programs: installs them into the process's sites, or executes single probes over frames. Engines are
/// independent of each other. Thread safe.
/// </summary>
public sealed class ProbeEngine : IDisposable
{
    private readonly List<Installation> _installations = [];
    private readonly ConditionalWeakTable<HogTraceProbe, DynamicProbe> _prepared = [];
    private HitTotals _endedHits;
    private bool _isDisposed;

    /// <summary>Makes an engine.</summary>
    /// <param name="options">Null for the defaults.</param>
    public ProbeEngine(ProbeEngineOptions? options = null)
    {
        Options = options ?? new ProbeEngineOptions();
        Requests = new RequestScopes();
        Host = new EngineRunHost(Options, Requests);
        Tiers = new TierSettings(Options.TierUpAfter, Host.Budget, Host.Members);
        Events = new EventQueue(Options.QueueCapacity, Options.TimeProvider);
        SiteRegistry.Add(this);
        LiveEngines.Add(this);
    }

    /// <summary>What the engine was made with.</summary>
    public ProbeEngineOptions Options { get; }

    /// <summary>The requests that probes share values in.</summary>
    public RequestScopes Requests { get; }

    /// <summary>Where captures and fault reports go. May change at any time.</summary>
    public SinkCollection Sinks => Events.Sinks;

    /// <summary>What has become of the events so far.</summary>
    public DeliveryStatistics Delivery => Events.Statistics;

    internal EngineRunHost Host { get; }

    internal TierSettings Tiers { get; }

    internal EventQueue Events { get; }

    /// <summary>Hits of all probes that are or were installed; within a change of the registry.</summary>
    internal HitTotals HitTotals =>
        _installations.Aggregate(_endedHits, (total, installation) => total + installation.HitTotals);

    /// <summary>Tiers of the probes that are installed and not switched off; likewise.</summary>
    internal IEnumerable<ProbeTier> ActiveProbes => _installations.SelectMany(installation => installation.ActiveProbes);

    /// <summary>
    /// Installs a program into every site that its probes match, those made later included. The result's status says
    /// where each probe stands, and why it doesn't stand elsewhere.
    /// </summary>
    /// <exception cref="ObjectDisposedException">The engine is disposed.</exception>
    public Installation Install(HogTraceProgram program)
    {
        ArgumentNullException.ThrowIfNull(program);
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        var installation = new Installation(this, program);
        SiteRegistry.Change(sites =>
        {
            // Once more under the lock: what is added after the engine has cleared its list would stay for good.
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            _installations.Add(installation);
            EngineEvents.Installed(program);
            foreach (var site in sites)
                installation.Bind(site);
        });
        return installation;
    }

    /// <summary>
    /// Runs one probe over a frame, at once and on this thread, whatever its target; nothing goes to the sinks. Never
    /// throws for what the probe does. Sampling and the circuit breaker are for installed probes; here the caller
    /// decides which frames to run.
    /// </summary>
    /// <param name="probe">The probe; its point must be the frame's.</param>
    /// <param name="frame">The values of the call.</param>
    /// <param name="store">The request's store; null for the current one.</param>
    public ExecutionResult Execute(HogTraceProbe probe, ProbeFrame frame, RequestStore? store = null)
    {
        ArgumentNullException.ThrowIfNull(probe);
        ArgumentNullException.ThrowIfNull(frame);
        if (probe.Point != frame.Point)
            return new ExecutionResult(RunOutcome.NotRun, null, null, Options.Limits.InstructionBudget);
        var prepared = probe.Prepared;
        if (prepared?.Engine != this)
            probe.Prepared = prepared = _prepared.GetValue(probe, Prepare);
        return prepared.Run(frame, store);
    }

    /// <summary>
    /// Waits until every event sent before the call has been given to the sinks, however long they take. Does nothing
    /// when a sink calls it.
    /// </summary>
    public void Flush() => Events.Flush();

    /// <summary>
    /// Uninstalls everything, delivers what waits, and flushes the sinks, for 10 seconds at most: what a sink that hangs
    /// has kept waiting by then is delivered when it goes on, or never. Further calls do nothing.
    /// </summary>
    public void Dispose()
    {
        if (_isDisposed)
            return;
        _isDisposed = true;
        SiteRegistry.Change(_ =>
        {
            foreach (var installation in _installations)
                End(installation);
            _installations.Clear();
        });
        SiteRegistry.Remove(this);
        Events.Dispose();
        LiveEngines.End(this);
    }

    /// <summary>A site was made; within a change of the registry.</summary>
    internal void BindNewSite(ProbeSite site)
    {
        foreach (var installation in _installations)
            installation.Bind(site);
    }

    /// <summary>Sites are to be forgotten; within a change of the registry.</summary>
    internal void Unbind(HashSet<ProbeSite> sites)
    {
        foreach (var installation in _installations)
            installation.Unbind(sites);
    }

    internal void Uninstall(Installation installation) => SiteRegistry.Change(_ =>
    {
        End(installation);
        _installations.Remove(installation);
    });

    private void End(Installation installation)
    {
        if (installation.TryUnbind())
            _endedHits += installation.HitTotals;
    }

    /// <summary>What a probe that was executed over frames runs on; null when it was not.</summary>
    internal DynamicProbe? PreparedOf(HogTraceProbe probe) => _prepared.TryGetValue(probe, out var prepared) ? prepared : null;

    private DynamicProbe Prepare(HogTraceProbe probe) =>
        new(this, probe, new TranslationContext(probe.Program.Verified, Host.Members, Options.SecretNames));
}
