using HogTrace.Runtime;

namespace HogTrace;

/// <summary>
/// A place that captures and the probe it belongs to, as one reference: a slot of the ring that held a capture of the
/// same place before needs nothing written. It knows nothing of the host, so that the ring may keep it. Immutable.
/// </summary>
/// <param name="origin">The probe at a site.</param>
/// <param name="site">Names of the fields.</param>
/// <param name="isHit">
/// Whether a hit counts as fired by the capture: the one capture of a hit, by code that doesn't count the hit otherwise.
/// </param>
internal sealed class CaptureSource(CaptureOrigin origin, CaptureSite site, bool isHit)
{
    public readonly CaptureOrigin Origin = origin;

    public readonly CaptureSite Site = site;

    public readonly bool IsHit = isHit;
}
