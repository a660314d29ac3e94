namespace HogTrace;

/// <summary>How one probe of an installation fares.</summary>
/// <param name="Probe">The probe.</param>
/// <param name="Sites">Names of the sites that it is installed at.</param>
/// <param name="Problems">Why it isn't at others that match, or at any.</param>
/// <param name="Statistics">What has become of its hits.</param>
public sealed record InstalledProbeStatus(
    HogTraceProbe Probe, IReadOnlyList<string> Sites, IReadOnlyList<string> Problems, ProbeStatistics Statistics);
