namespace HogTrace.Bench.Cases;

/// <summary>
/// One thing to measure, in three forms that see the same values: written by hand in C#, as a probe at a typed site,
/// and as a probe executed over a frame. Each form is a loop of its own, so that nothing stands between the loop and
/// what is measured.
/// </summary>
internal abstract class ProbeCase
{
    /// <summary>Values that a loop goes through, over and over; more than a branch predictor learns by heart.</summary>
    protected const int ValueCount = 4096;

    private readonly Installation? _installation;
    private readonly bool _fires;
    private int _position;

    /// <summary>Compiles the probe and installs it into the site of the same name.</summary>
    /// <param name="id">Short name; the site is <c>Bench.id</c>.</param>
    /// <param name="title">How tables call the case.</param>
    /// <param name="code">The probe without its specification; null for a site with nothing installed.</param>
    /// <param name="fires">Whether every hit fires; else none does.</param>
    /// <param name="exit">A second probe, at the exits of the same site.</param>
    protected ProbeCase(string id, string title, string? code, bool fires, string? exit = null)
    {
        Id = id;
        Title = title;
        _fires = fires;
        if (code is null)
            return;
        var program = HogTraceProgram.Compile(
            $"fn:Bench.{id}:entry {code}" + (exit is null ? "" : $" fn:Bench.{id}:exit {exit}"));
        Probe = program.Probes[0];
        _installation = BenchEngine.Instance.Install(program);
    }

    public string Id { get; }

    public string Title { get; }

    /// <summary>Whether the case has the third form.</summary>
    public virtual bool Executes => true;

    /// <summary>Hits of the hand-written form that came out true.</summary>
    protected int HandFired { get; set; }

    protected HogTraceProbe Probe { get; } = null!;

    protected ProbeFrame Frame { get; } = new("Bench.Frame", Bytecode.ProbePoint.Entry);

    public abstract void Hand(int count);

    public abstract void Site(int count);

    public abstract void Execute(int count);

    /// <summary>Goes between two timed loops.</summary>
    public virtual void Settle()
    {
    }

    /// <summary>Throws when the probe did something else than the case is about.</summary>
    public void Check()
    {
        if (!_fires && HandFired > 0)
            throw new InvalidOperationException($"{Id}: the hand-written form fired.");
        if (_installation is null)
            return;
        foreach (var status in _installation.Status)
        {
            var statistics = status.Statistics;
            if (status.Problems.Count > 0 || statistics.Faulted > 0 || statistics.SwitchedOff is not null
                || statistics.Hits == 0 || (_fires ? statistics.PredicateFalse : statistics.Fired) > 0)
                throw new InvalidOperationException($"{Id}: {statistics} {string.Join("; ", status.Problems)}");
        }

        Execute(1);
        if (Executes && LastOutcome != (_fires ? Runtime.RunOutcome.Fired : Runtime.RunOutcome.PredicateFalse))
            throw new InvalidOperationException($"{Id}: execution over a frame gave {LastOutcome}.");
    }

    /// <summary>What the last execution came to.</summary>
    protected Runtime.RunOutcome LastOutcome { get; set; }

    public override string ToString() => Id;

    /// <summary>Where a loop of so many starts in the values.</summary>
    protected int Start(int count)
    {
        int start = _position;
        _position = (start + count) & (ValueCount - 1);
        return start;
    }
}
