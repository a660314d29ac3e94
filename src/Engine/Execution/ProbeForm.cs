using HogTrace.Bytecode;
using HogTrace.Diagnostics;
using HogTrace.Runtime;

namespace HogTrace.Execution;

/// <summary>A probe translated for frames of one shape.</summary>
internal sealed class ProbeForm
{
    public ProbeForm(TranslationContext context, VerifiedProbe probe, FrameShape shape, TierSettings tiers)
    {
        var predicate = probe.Predicate is null ? null : Translator.Translate(context, probe.Predicate, shape, isPredicate: true);
        var body = Translator.Translate(context, probe.Body, shape, isPredicate: false);
        RegisterCount = Math.Max(predicate?.RegisterCount ?? 0, body.RegisterCount);
        Inputs = (predicate?.Inputs ?? 0) | body.Inputs;
        ReadsArgumentsOnly = shape.GivenCount < 64 && (predicate?.Inputs ?? 0) >> shape.GivenCount == 0;
        Issues = [.. predicate?.Issues ?? [], .. body.Issues];
        Code = new TieredProbe(predicate, body, tiers);
        Log = tiers.Log;
        Predicate = predicate;
        Body = body;
    }

    /// <summary>The predicate for other tiers; null when there is none.</summary>
    public TranslatedCode? Predicate { get; }

    /// <summary>The body, likewise.</summary>
    public TranslatedCode Body { get; }

    public TieredProbe Code { get; }

    /// <summary>Is told what is compiled of it; null where nobody asks.</summary>
    public CompilationLog? Log { get; }

    public int RegisterCount { get; }

    /// <summary>Whether what a site is given is all that the predicate reads of the frame.</summary>
    public bool ReadsArgumentsOnly { get; }

    /// <summary>Bit i is set when input register i is read.</summary>
    public ulong Inputs { get; }

    public IReadOnlyList<BindingIssue> Issues { get; }
}
