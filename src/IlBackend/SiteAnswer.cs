namespace HogTrace.IlBackend;

/// <summary>
/// What the code of a site returns: an outcome, and the number of the probe whose outcome it is. Other probes may stand
/// at the site by the time it is looked at. An outcome alone is nobody's.
/// </summary>
internal static class SiteAnswer
{
    // Bits of the outcome; the number is above them.
    private const int OutcomeBits = 3;

    /// <summary>The outcome of a probe; there is nothing to be told of one that leaves nothing.</summary>
    public static SiteOutcome Of(SiteOutcome outcome, int probe) =>
        outcome == SiteOutcome.Done ? outcome : (SiteOutcome)((probe << OutcomeBits) | (int)outcome);
}
