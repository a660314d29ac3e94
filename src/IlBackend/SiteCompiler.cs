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
internal sealed class SiteCompiler(SiteContract contract, RunHost host, bool expectsSmallInts)
{
    /// <summary>
    /// Code over the types of the body's frame: with the body where that is a simple capture, else of the predicate
    /// alone. Null when neither can be compiled, or not for these types.
    /// </summary>
    /// <param name="predicate">The predicate, for the frames of the site; null when there is none.</param>
    /// <param name="body">The body, for the same.</param>
    /// <param name="probe">The probe that the code is for.</param>
    public CompiledHit? TryCompile(TranslatedCode? predicate, TranslatedCode body, object probe)
    {
        if (!IsSupported(predicate, body))
            return null;
        var plan = PlanOf(predicate, body);
        return (plan is null ? null : TryCompile(predicate, plan, body.Shape, probe))
            ?? (predicate is null ? null : TryCompile(predicate, null, body.Shape, probe));
    }

    /// <summary>What <see cref="TryCompile(TranslatedCode?, TranslatedCode, object)"/> would make, to be read; null as there.</summary>
    /// <param name="predicate">As there.</param>
    /// <param name="body">As there.</param>
    /// <param name="hasBody">Whether the body is in it.</param>
    public IlListing? TryList(TranslatedCode? predicate, TranslatedCode body, out bool hasBody)
    {
        hasBody = false;
        if (!IsSupported(predicate, body))
            return null;
        if (PlanOf(predicate, body) is { } plan && TryList(predicate, plan, body.Shape) is { } listing)
        {
            hasBody = true;
            return listing;
        }

        return predicate is null ? null : TryList(predicate, null, body.Shape);
    }

    private static bool IsSupported(TranslatedCode? predicate, TranslatedCode body) =>
        !body.Shape.IsDynamic && SiteMethod.Supports(body.Shape.ArgumentCount)
        && !(predicate?.Operations.Length > Limits.CompiledOperations);

    private CapturePlan? PlanOf(TranslatedCode? predicate, TranslatedCode body) =>
        CapturePlan.Of(predicate, body, host, contract.Captures.MostFields);

    private IlListing? TryList(TranslatedCode? predicate, CapturePlan? plan, FrameShape shape)
    {
        var listing = new IlListing();
        var method = MethodFor(shape, listing);
        if (!TryLower(predicate, plan, method))
            return null;
        method.WriteEnds();
        return listing;
    }

    private SiteMethod MethodFor(FrameShape shape, IlListing? listing = null) =>
        new(contract, [.. shape.Parameters.Select(parameter => parameter.Type)], listing);

    private bool TryLower(TranslatedCode? predicate, CapturePlan? plan, SiteMethod method) =>
        (predicate is null || Lower(predicate, method).TryLower()) && (plan is null || TryLower(plan, method));

    private CompiledHit? TryCompile(TranslatedCode? predicate, CapturePlan? plan, FrameShape shape, object probe)
    {
        var method = MethodFor(shape);
        return TryLower(predicate, plan, method)
            ? new CompiledHit(method.Create(probe), plan?.Site)
            : null;
    }

    private bool TryLower(CapturePlan plan, SiteMethod method)
    {
        var writer = new CaptureWriter(plan, contract.Captures, method.Writer, method.BeginBody());
        return Lower(plan.Body, method, writer).TryLower();
    }

    private QuickLowering Lower(TranslatedCode code, SiteMethod method, CaptureWriter? captures = null)
    {
        var task = new LoweringTask(code, host.Members, expectsSmallInts ? Speculation.SmallInts : Speculation.Kinds);
        return new(task, new ArgumentInputs(code.Shape), method.Writer, method.Ends) { Captures = captures };
    }
}

/// <summary>What a hit runs.</summary>
/// <param name="Code">A <c>SiteCode</c> over the types of the site's arguments.</param>
/// <param name="Capture">What it captures; null when bodies are left to the interpreter.</param>
internal sealed record CompiledHit(Delegate Code, CaptureSite? Capture);
