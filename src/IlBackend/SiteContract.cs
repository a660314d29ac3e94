using System.Reflection;

namespace HogTrace.IlBackend;

/// <summary>What compiled code of a site has to know of the probe that it is closed over.</summary>
/// <param name="Probe">Type of the probe.</param>
/// <param name="Countdown">Its Int32 field of hits that may still end without anybody being told.</param>
internal sealed record SiteContract(Type Probe, FieldInfo Countdown);
