using HogTrace.Bytecode;
using HogTrace.IlBackend.Capturing;
using HogTrace.IlBackend.Emit;
using HogTrace.IlBackend.Inputs;
using HogTrace.IlBackend.Lowering;
using HogTrace.Runtime;

namespace HogTrace.IlBackend;

/// <summary>
/// Compiles what a hit of a typed site runs. It keeps no account of fuel: the caller has made sure that the longest
/// path of the predicate fits the budget.
/// </summary>
/// <param name="contract">What it has to know of probes.</param>
/// <param name="host">The limits.</param>
/// <param name="speculation">What to stake on.</param>
/// <param name="number">The number of the probe, which what it answers carries; 0 for code that is read only.</param>
internal sealed class SiteCompiler(SiteContract contract, RunHost host, Speculation speculation, int number)
{
    /// <summary>
    /// An <see cref="UntypedSiteCode"/> of a predicate that reads nothing of the frame but arguments; null when it can't be
    /// compiled.
    /// </summary>
    /// <param name="predicate">The predicate, for the frames of the site.</param>
    /// <param name="profile">What the interpreter has met.</param>
    /// <param name="probe">The probe that the code is for.</param>
    public Delegate? TryCompileUntyped(TranslatedCode predicate, ICodeProfile profile, object probe)
    {
        if (predicate.Operations.Length > Limits.CompiledOperations)
            return null;
        var method = SiteMethod.OverValues(contract, number);
        var task = new LoweringTask(predicate, host.Members, speculation, profile);
        var lowering = new QuickLowering(task, new RegisterInputs(predicate.Shape), method.Writer, method.Ends);
        return lowering.TryLower() ? method.Create(probe) : null;
    }

    /// <summary>
    /// Code over the types of the body's frame: with the body where that is a simple capture, else of the predicate
    /// alone. Null when neither can be compiled, or not for these types.
    /// </summary>
    /// <param name="predicate">The predicate, for the frames of the site; null when there is none.</param>
    /// <param name="body">The body, for the same.</param>
    /// <param name="probe">The probe that the code is for.</param>
    /// <param name="withBody">Whether the body is wanted.</param>
    public CompiledHit? TryCompile(TranslatedCode? predicate, TranslatedCode body, object probe, bool withBody)
    {
        if (!IsSupported(predicate, body))
            return null;
        var plan = withBody ? PlanOf(predicate, body) : null;
        var capture = plan is null ? null : TryCompile(plan, probe);
        var test = predicate is null ? null : TryCompile(predicate, probe);
        return predicate is null
            ? capture is null ? null : new CompiledHit(capture, capture, plan!.Site)
            : test is null ? null : new CompiledHit(test, capture, capture is null ? null : plan!.Site);
    }

    /// <summary>Whether a body is a simple capture, which may be compiled.</summary>
    public bool MayCompile(TranslatedCode? predicate, TranslatedCode body) =>
        IsSupported(predicate, body) && PlanOf(predicate, body) is not null;

    /// <summary>What would be compiled, to be read: of the predicate and of the body, each null where it would not be.</summary>
    /// <param name="predicate">The predicate, for the frames of the site; null when there is none.</param>
    /// <param name="body">The body, for the same.</param>
    public (IlListing? Predicate, IlListing? Body) List(TranslatedCode? predicate, TranslatedCode body)
    {
        if (!IsSupported(predicate, body))
            return default;
        var capture = PlanOf(predicate, body) is { } plan ? List(body, method => TryLower(plan, method)) : null;
        var test = predicate is null ? null : List(predicate, method => Lower(predicate, method).TryLower());
        return predicate is not null && test is null ? default : (test, capture);
    }

    private IlListing? List(TranslatedCode code, Func<SiteMethod, bool> tryLower)
    {
        var listing = new IlListing();
        var method = NewMethod(code, listing);
        if (!tryLower(method))
            return null;
        method.WriteEnds();
        return listing;
    }

    private Delegate? TryCompile(TranslatedCode predicate, object probe)
    {
        var method = NewMethod(predicate);
        return Lower(predicate, method).TryLower() ? method.Create(probe) : null;
    }

    private Delegate? TryCompile(CapturePlan plan, object probe)
    {
        var method = NewMethod(plan.Body);
        return TryLower(plan, method) ? method.Create(probe) : null;
    }

    private bool TryLower(CapturePlan plan, SiteMethod method)
    {
        var writer = new CaptureWriter(plan, contract.Captures, method.Writer, method.BeginBody());
        return Lower(plan.Body, method, writer).TryLower();
    }

    private static bool IsSupported(TranslatedCode? predicate, TranslatedCode body) =>
        !body.Shape.IsDynamic && SiteMethod.Supports(body.Shape.GivenCount)
        && !(predicate?.Operations.Length > Limits.CompiledOperations);

    private CapturePlan? PlanOf(TranslatedCode? predicate, TranslatedCode body) =>
        CapturePlan.Of(predicate, body, host);

    private SiteMethod NewMethod(TranslatedCode code, IlListing? listing = null) =>
        new(contract, number, [.. Enumerable.Range(0, code.Shape.GivenCount).Select(register => code.Shape.TypeOfInput(register) ?? typeof(object))], listing);

    private QuickLowering Lower(TranslatedCode code, SiteMethod method, CaptureWriter? captures = null)
    {
        var task = new LoweringTask(code, host.Members, speculation);
        return new(task, new ArgumentInputs(code.Shape), method.Writer, method.Ends) { Captures = captures };
    }
}

/// <summary>What a hit runs.</summary>
/// <param name="Code">A <c>SiteCode</c> over the types of the site's arguments.</param>
/// <param name="Body">The same for the body, once the predicate is true; the first itself where there is no predicate, null when bodies are left to the interpreter.</param>
/// <param name="Capture">What it captures; null when bodies are left to the interpreter.</param>
internal sealed record CompiledHit(Delegate Code, Delegate? Body, CaptureSite? Capture);
