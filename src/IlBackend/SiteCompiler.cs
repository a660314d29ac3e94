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
        if (body.Shape.IsDynamic || !SiteMethod.Supports(body.Shape.ArgumentCount)
            || predicate?.Operations.Length > Limits.CompiledOperations)
            return null;
        var plan = CapturePlan.Of(predicate, body, host, contract.Captures.MostFields);
        var capture = plan is null ? null : TryCompile(plan, probe);
        var test = predicate is null ? null : TryCompile(predicate, hasBody: capture is not null, probe);
        return predicate is null
            ? capture is null ? null : new CompiledHit(capture, null, plan!.Site)
            : test is null ? null : new CompiledHit(test, capture, capture is null ? null : plan!.Site);
    }

    private Delegate? TryCompile(TranslatedCode predicate, bool hasBody, object probe)
    {
        var method = NewMethod(predicate);
        if (hasBody)
            method.GoOnToBody();
        return Lower(predicate, method).TryLower() ? method.Create(probe) : null;
    }

    private Delegate? TryCompile(CapturePlan plan, object probe)
    {
        var method = NewMethod(plan.Body);
        var writer = new CaptureWriter(plan, contract.Captures, method.Writer, method.BeginBody());
        return Lower(plan.Body, method, writer).TryLower() ? method.Create(probe) : null;
    }

    private SiteMethod NewMethod(TranslatedCode code) =>
        new(contract, [.. code.Shape.Parameters.Select(parameter => parameter.Type)]);

    private QuickLowering Lower(TranslatedCode code, SiteMethod method, CaptureWriter? captures = null)
    {
        var task = new LoweringTask(code, host.Members, expectsSmallInts ? Speculation.SmallInts : Speculation.Kinds);
        return new(task, new ArgumentInputs(code.Shape), method.Writer, method.Ends) { Captures = captures };
    }
}

/// <summary>What a hit runs.</summary>
/// <param name="Code">A <c>SiteCode</c> over the types of the site's arguments.</param>
/// <param name="Body">Another, that the first goes on to when the predicate is true; null when it doesn't.</param>
/// <param name="Capture">What it captures; null when bodies are left to the interpreter.</param>
internal sealed record CompiledHit(Delegate Code, Delegate? Body, CaptureSite? Capture);
