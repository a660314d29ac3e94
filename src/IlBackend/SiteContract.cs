using System.Reflection;

namespace HogTrace.IlBackend;

/// <summary>What compiled code of a site has to know of the probe that it is closed over, and of the site.</summary>
/// <param name="Probe">Type of the probe.</param>
/// <param name="Countdown">Its Int32 field of hits that may still end without anybody being told.</param>
/// <param name="IsActive">Its getter that tells whether it still runs.</param>
/// <param name="Site">Its getter of the site.</param>
internal sealed record SiteContract(Type Probe, FieldInfo Countdown, MethodInfo IsActive, MethodInfo Site);
