using System.Diagnostics;
using HogTrace.Bytecode;
using HogTrace.Execution;
using HogTrace.Diagnostics;
using HogTrace.IlBackend;
using HogTrace.Runtime;

namespace HogTrace.Installing;

/// <summary>
/// Decides when an installed probe is compiled, and when the compiled form is given up again because its guards fail too
/// often; the next one then expects less. Threads count hits and misses without a lock: a lost count makes either a
/// little later.
/// </summary>
internal sealed class TierUp : ICompilable
{
    private readonly InstalledProbe _probe;
    private readonly RunHost _host;
    private readonly int _after;

    // Above zero while hits are counted; at zero nothing more happens unless a compiled form is given up.
    private int _hitsUntilDue;
    private int _misses;
    private int _givenUp;

    // Above zero while bodies that are interpreted are counted; their code is wanted once it is not.
    private int _firesUntilDue;
    private int _firesUnforgiving;

    private TierUp(InstalledProbe probe, RunHost host, int after)
    {
        _probe = probe;
        _host = host;
        _after = after;
        _firesUntilDue = after;
    }

    public int HitsUntilDue => _hitsUntilDue;

    /// <summary>Null when the probe stays interpreted. Compiled code keeps no account of fuel, so it must be sure to fit.</summary>
    public static TierUp? For(InstalledProbe probe, RunHost host, int after) =>
        after >= 0 && CodeCompiler.IsSupported && probe.RunsWhenHit
        && !(probe.Form.Predicate?.MaxCost > host.Budget)
            ? new TierUp(probe, host, after)
            : null;

    /// <summary>The probe is installed.</summary>
    public void Start()
    {
        if (_after == 0)
            Compile();
        else
            _hitsUntilDue = _after;
    }

    /// <summary>Counts hits that were interpreted.</summary>
    public void Count(int hits)
    {
        Forgive(hits);
        // Several threads may see it get to zero: each queues the probe, and any of the forms they make will do.
        if (_hitsUntilDue > 0 && (_hitsUntilDue -= hits) <= 0)
            CompilationQueue.Add(this);
    }

    /// <summary>Counts a body that was interpreted: it is compiled when it is hot itself, which most bodies never are.</summary>
    public void CountFired()
    {
        if (_misses > 0 && ++_firesUnforgiving >= Limits.HitsPerMiss)
        {
            _firesUnforgiving = 0;
            Forgive(Limits.HitsPerMiss);
        }

        if (_firesUntilDue <= 0 || --_firesUntilDue != 0)
            return;
        // Either this thread sees the code of the predicate, or who publishes that sees that the body is due.
        Interlocked.MemoryBarrier();
        if (_probe.Compiled is not null && MayCompileBody)
            CompilationQueue.Add(this);
    }

    /// <summary>A guard has failed, and the hit is left to the interpreter.</summary>
    public void Miss()
    {
        // Of the threads that find it too often, the one that takes the form away counts.
        if (++_misses <= Limits.MissesAllowed || Interlocked.Exchange(ref _probe.Compiled, null) is null)
            return;
        _misses = 0;
        _probe.Form.Log?.GaveUp(CompiledPart.Site);
        // Elsewhere: a hit must not wait for the registry's lock. Until then the code goes on leaving hits.
        ThreadPool.UnsafeQueueUserWorkItem(static site => SiteRegistry.Change(_ => site.Republish()), _probe.Site, preferLocal: false);
        if (Interlocked.Increment(ref _givenUp) < Limits.CompiledFormsGivenUp)
            _hitsUntilDue = Math.Max(_after, Limits.TierUpAfter);
    }

    /// <summary>Compiles and publishes. The caller's thread pays; hits meanwhile are interpreted.</summary>
    public void Compile()
    {
        if (!_probe.IsActive)
            return;
        long started = Stopwatch.GetTimestamp();
        try
        {
            bool withBody = _after == 0 || _probe.Form.Predicate is null || _firesUntilDue <= 0;
            if (TryCompile(withBody) is { } hit)
            {
                // Not taken away again: another thread may be in the code before this.
                _probe.CompiledCapture = hit.Capture ?? _probe.CompiledCapture;
                _probe.CompiledBody = hit.Body;
                // The runtime orders what the delegate points to, and what it reads, before the write of the reference.
                _probe.Compiled = hit.Code;
                SiteRegistry.Change(_ => _probe.Site.Republish());
                var form = _probe.Form;
                form.Log?.Compiled(CompiledPart.Site, (form.Predicate?.Operations.Length ?? 0) + (hit.Capture is null ? 0 : form.Body.Operations.Length), started);
                if (!withBody && _firesUntilDue <= 0 && MayCompileBody)
                    CompilationQueue.Add(this);
            }
            else if (!_probe.Site.IsTyped && Interlocked.Increment(ref _givenUp) < Limits.CompiledFormsGivenUp)
            {
                // What the interpreter meets meanwhile may be what was missing.
                _hitsUntilDue = Math.Max(_after, Limits.TierUpAfter);
            }
        }
#pragma warning disable CA1031 // The host's types can be such that code over them doesn't load; the interpreter still runs.
        catch (Exception)
#pragma warning restore CA1031
        {
            _probe.Compiled = null;
        }
    }

    private SiteCompiler Compiler => new(InstalledProbe.Contract, _host, _givenUp == 0 ? Speculation.SmallInts : Speculation.Kinds, _probe.Number);

    private bool MayCompileBody =>
        _probe.CompiledBody is null && _probe.Site.IsTyped && Compiler.MayCompile(_probe.Form.Predicate, _probe.Form.Body);

    private CompiledHit? TryCompile(bool withBody)
    {
        var form = _probe.Form;
        var compiler = Compiler;
        if (_probe.Site.IsTyped)
            return compiler.TryCompile(form.Predicate, form.Body, _probe, withBody);
        return form.Predicate is { } predicate && form.ReadsArgumentsOnly
            && compiler.TryCompileUntyped(predicate, new InterpretedProfile(form.Code.Predicate!.Interpreted), _probe) is { } code
            ? new CompiledHit(code, null, null)
            : null;
    }

    // One miss in so many hits may go on for ever.
    private void Forgive(int hits)
    {
        if (hits > 1 && _misses > 0)
            _misses = Math.Max(0, _misses - (hits / Limits.HitsPerMiss));
    }
}
