using HogTrace.Bench.Paired;

namespace HogTrace.Bench.Cases;

/// <summary>
/// One thing to measure on one tier, in forms that see the same values: written by hand in C#, as a probe at a typed
/// site, and as a probe executed over a frame. Each form is a loop of its own, so that nothing stands between the loop
/// and what is measured.
/// </summary>
internal abstract class ProbeCase
{
    /// <summary>Values that a loop goes through, over and over.</summary>
    protected const int ValueCount = Samples.Count;

    private const int HeatUps = 50;

    // Of quick hits only one in a thousand counts as a run of the code that frames share.
    private const int CallsToHeatUp = 65_536;

    private readonly ProbeEngine _engine;
    private readonly string _site;
    private readonly Installation? _installation;
    private readonly string? _code;
    private readonly bool _fires;
    private int _position;

    /// <summary>Compiles the probes and installs them into the case's site.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="tier">Name of the tier, which has a site of its own.</param>
    /// <param name="id">Short name; the site is <c>Bench.id.tier</c>.</param>
    /// <param name="title">How tables call the case.</param>
    /// <param name="code">The probe at entry without its specification; null for a site with nothing installed.</param>
    /// <param name="fires">Whether every hit fires; else none does.</param>
    /// <param name="exit">A second probe, at the exits of the same site.</param>
    protected ProbeCase(ProbeEngine engine, string tier, string id, string title, string? code, bool fires, string? exit)
    {
        Id = id;
        Title = title;
        _engine = engine;
        _site = $"Bench.{id}.{tier}";
        _fires = fires;
        _code = code;
        if (code is null)
            return;
        var program = HogTraceProgram.Compile($"fn:{_site}:entry {code}" + (exit is null ? "" : $" fn:{_site}:exit {exit}"));
        Probe = program.Probes[0];
        _installation = _engine.Install(program);
    }

    public string Id { get; }

    public string Title { get; }

    /// <summary>Whether the case has a form over a frame.</summary>
    public virtual bool Executes => true;

    /// <summary>Whether the case has the form that is written into the loop.</summary>
    public virtual bool IsInlinable => false;

    /// <summary>Calls in one batch at most: events of one batch have to fit the queue.</summary>
    public virtual int CallsAtMost => _fires ? 2048 : int.MaxValue;

    /// <summary>Hits of the hand-written forms that came out true.</summary>
    protected int HandFired { get; set; }

    protected HogTraceProbe Probe { get; } = null!;

    protected ProbeFrame Frame { get; } = new("Bench.Frame", Bytecode.ProbePoint.Entry);

    /// <summary>What the last execution came to.</summary>
    protected Runtime.RunOutcome LastOutcome { get; set; }

    /// <summary>The C# lambda, not inlined, through a delegate.</summary>
    public abstract void Hand(int count);

    /// <summary>The same expression in the loop itself.</summary>
    public virtual void Inlined(int count) => throw new NotSupportedException();

    public abstract void Site(int count);

    public abstract void Execute(int count);

    /// <summary>Hits the site once with values for which the predicate is true; false when there are none.</summary>
    public virtual bool TryFire() => false;

    /// <summary>Goes behind a timed loop.</summary>
    public virtual void Settle()
    {
    }

    /// <summary>Hits the site and executes the probe until both are compiled, or so hot that they would be.</summary>
    public void HeatUp()
    {
        int calls = Math.Min(CallsAtMost, CallsToHeatUp);
        for (int i = 0; i < HeatUps && _installation is not null && !(CompiledPart == CompiledPart.All && (IsFrameCompiled || !Executes)); i++)
        {
            Site(calls);
            Settle();
            Execute(calls);
            Thread.Sleep(10);
        }
    }

    /// <summary>What is compiled now of the site's probes.</summary>
    public CompiledPart CompiledPart
    {
        get
        {
            Site(1);
            return _installation is null ? CompiledPart.None : TierState.OfSite(_site);
        }
    }

    /// <summary>Whether executions of the probe over a frame are compiled by now.</summary>
    public bool IsFrameCompiled
    {
        get
        {
            if (_installation is null || !Executes)
                return false;
            Execute(1);
            return TierState.IsCompiledForFrames(Probe, Frame.Arguments.Length);
        }
    }

    /// <summary>The arguments of a call as values of the language; null for cases without a form at an untyped site.</summary>
    protected virtual Func<int, Runtime.Value[]>? Rows => null;

    /// <summary>The probe at an untyped site; null when the case has none.</summary>
    public UntypedForm? CreateUntyped() => Rows is { } rows ? new UntypedForm(_engine, $"{_site}.untyped", _code!, rows) : null;

    /// <summary>Further variants, with what goes behind a batch of each.</summary>
    public virtual IEnumerable<(Variant Variant, Action<int> Loop, Action Settle)> Others => [];

    /// <summary>Throws when the probe did something else than the case is about, or on another tier.</summary>
    public void Check(CompiledPart compiled, bool isFrameCompiled)
    {
        if (!_fires && HandFired > 0)
            throw new InvalidOperationException($"{Id}: the hand-written form fired.");
        if (_installation is null)
            return;
        if (compiled != CompiledPart || isFrameCompiled != IsFrameCompiled)
            throw new InvalidOperationException($"{Id}: the probe changed its tier while it was measured.");
        CheckStatistics(_fires ? status => status.PredicateFalse : status => status.Fired, expected: 0);
        if (_engine.Delivery.Dropped > 0)
            throw new InvalidOperationException($"{Id}: events were dropped.");
        Execute(1);
        if (Executes && LastOutcome != (_fires ? Runtime.RunOutcome.Fired : Runtime.RunOutcome.PredicateFalse))
            throw new InvalidOperationException($"{Id}: execution over a frame gave {LastOutcome}.");
        // A predicate that is never true could as well be none.
        if (TryFire())
            CheckStatistics(status => status.Fired, expected: 1);
    }

    private void CheckStatistics(Func<ProbeStatistics, long> count, long expected)
    {
        foreach (var status in _installation!.Status)
        {
            var statistics = status.Statistics;
            if (status.Problems.Count > 0 || statistics.Faulted > 0 || statistics.SwitchedOff is not null
                || statistics.Hits == 0 || count(statistics) != expected)
                throw new InvalidOperationException($"{Id}: {statistics} {string.Join("; ", status.Problems)}");
        }
    }

    public override string ToString() => Id;

    /// <summary>Where a loop of so many starts in the values.</summary>
    protected int Start(int count)
    {
        int start = _position;
        _position = (start + count) & (ValueCount - 1);
        return start;
    }
}
