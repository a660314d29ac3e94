using System.Diagnostics;
using HogTrace.Bytecode;
using HogTrace.Diagnostics;
using HogTrace.IlBackend;
using HogTrace.IlBackend.Lowering;
using HogTrace.Installing;
using HogTrace.Interpreter;
using HogTrace.Runtime;

namespace HogTrace.Execution;

/// <summary>
/// A predicate or body on the tier that its runs have earned: interpreted until it is hot, then compiled in the
/// background; where a guard of the compiled form fails, the interpreter goes on, and learns. Thread safe.
/// </summary>
/// <remarks>
/// Nothing here takes a lock. Threads that count down at once lose each other's count, which compiles a little later,
/// or both see the end, which compiles twice, and either form will do. A compiled form is published with one reference
/// write: a thread that sees it late interprets a few runs more, one that sees it after it was given up runs it once more.
/// </remarks>
internal sealed class TieredCode : ICompilable
{
    private readonly TranslatedCode _code;
    private readonly TierSettings _settings;
    private CompiledCode? _compiled;
    private int _untilDue;
    private Speculation _speculation;
    private bool _hasRun;
    private uint _runs;
    private uint _misses;

    public TieredCode(TranslatedCode code, TierSettings settings)
    {
        _code = code;
        _settings = settings;
        Interpreted = new InterpretedCode(code);
        if (settings.After == 0 && CodeCompiler.IsSupported)
            Compile(_speculation);
        else
            _untilDue = CodeCompiler.IsSupported ? settings.After : -1;
    }

    public InterpretedCode Interpreted { get; }

    /// <summary>Whether runs are compiled code now, all of them or those that the quick form decides.</summary>
    public bool IsCompiled => _compiled is not null || Quick is not null;

    /// <summary>Whether every run is compiled code.</summary>
    public bool IsFullyCompiled => _compiled is not null;

    /// <summary>The compiled predicate without a run context, when there is one and it fits the budget.</summary>
    public QuickCode? Quick { get; private set; }

    /// <summary>Runs the code; the run's counters go on from where they are.</summary>
    public CodeOutcome Run(ref Value registers, ref RunContext run)
    {
        if (_compiled is { } compiled)
        {
            run.Slack = run.Budget - run.Executed - _code.MaxCost;
            if (run.Touched <= run.Slack)
                return Run(compiled, ref registers, ref run);
        }
        else if (_untilDue > 0 && --_untilDue == 0)
        {
            CompilationQueue.Add(this);
        }

        // Read first: threads that only read it don't take it away from each other.
        if (!_hasRun)
            _hasRun = true;
        return CodeInterpreter.Run(Interpreted, ref registers, ref run);
    }

    /// <summary>A guard of the quick form has failed.</summary>
    public void MissQuick() => Miss();

    /// <summary>So many quick runs went by, of either form.</summary>
    public void CountQuick(int runs)
    {
        _runs += (uint)runs;
        _hasRun = true;
        if (Quick is null && _compiled is null && _untilDue > 0 && (_untilDue -= runs) <= 0)
            CompilationQueue.Add(this);
    }

    /// <summary>
    /// Compiles and publishes: of a predicate the quick form, which decides most runs; the full one once it is due
    /// again, for those that are left. The caller's thread pays; runs meanwhile are interpreted.
    /// </summary>
    public void Compile() => Compile(quick: Quick is null, full: Quick is not null || !_code.IsPredicate);

    /// <summary>Compiles both forms, staking on what is given.</summary>
    public void Compile(Speculation speculation)
    {
        _speculation = speculation;
        Compile(quick: true, full: true);
    }

    private void Compile(bool quick, bool full)
    {
        long started = Stopwatch.GetTimestamp();
        try
        {
            var task = new LoweringTask(_code, _settings.Members, _speculation, new InterpretedProfile(Interpreted, _hasRun));
            // The runtime orders what a delegate points to before the write of the reference.
            if (quick)
                Quick = _code.IsPredicate && _code.MaxCost <= _settings.Budget ? CodeCompiler.TryCompileQuick(task) : null;
            if (full || Quick is null)
                _compiled = CodeCompiler.TryCompile(task);
            else
                _untilDue = _settings.After;
            if (IsCompiled)
                _settings.Log?.Compiled(Part, _code.Operations.Length, started);
        }
#pragma warning disable CA1031 // The host's types can be such that code over them doesn't load; the interpreter still runs.
        catch (Exception)
#pragma warning restore CA1031
        {
            GiveUp();
        }
    }

    private CompiledPart Part => _code.IsPredicate ? CompiledPart.Predicate : CompiledPart.Body;

    private CodeOutcome Run(CompiledCode compiled, ref Value registers, ref RunContext run)
    {
        _runs++;
        switch (compiled(ref registers, ref run))
        {
            case CompiledOutcome.False:
                return CodeOutcome.False;
            case CompiledOutcome.True:
                return CodeOutcome.True;
            case CompiledOutcome.Faulted:
                return CodeOutcome.Faulted;
            case CompiledOutcome.NeedsContext:
                Miss();
                break;
        }

        run.ResumeAt = Interpreted.StepOf(run.ResumeAt);
        return CodeInterpreter.Resume(Interpreted, ref registers, ref run);
    }

    // One miss in so many runs may go on for ever. What stakes on nothing misses where the program faults.
    private void Miss()
    {
        if (++_misses <= Limits.MissesAllowed + (_runs / Limits.HitsPerMiss) || _speculation == Speculation.None)
            return;
        _misses = _runs = 0;
        _speculation++;
        GiveUp();
        _settings.Log?.GaveUp(Part);
        // The interpreter learns meanwhile.
        _untilDue = Math.Max(_settings.After, Limits.TierUpAfter);
    }

    private void GiveUp()
    {
        Quick = null;
        _compiled = null;
    }
}
