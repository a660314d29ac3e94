namespace HogTrace.Bench.Cases;

/// <summary>What stands in a method that is measured with its probes: a type, so that each has a site in a static field.</summary>
internal interface IProbedForm
{
    static abstract string Id { get; }

    static abstract string Title { get; }

    /// <summary>The probe at entry without its specification; null for none.</summary>
    static abstract string? Entry { get; }

    /// <summary>The probe at exits; null for none.</summary>
    static abstract string? Exit { get; }
}
