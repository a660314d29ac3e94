namespace HogTrace.Bytecode;

/// <summary>A probe whose code the verifier has accepted.</summary>
internal sealed class VerifiedProbe
{
    /// <summary>Only the verifier calls this.</summary>
    internal VerifiedProbe(Probe probe, VerifiedCode? predicate, VerifiedCode body)
    {
        Probe = probe;
        Predicate = predicate;
        Body = body;
    }

    public Probe Probe { get; }

    /// <summary>Null when the probe has no predicate.</summary>
    public VerifiedCode? Predicate { get; }

    public VerifiedCode Body { get; }
}
