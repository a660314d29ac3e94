using System.Reflection;
using HogTrace.IlBackend.Capturing;

namespace HogTrace.IlBackend;

/// <summary>What compiled code of a site has to know of the probe that it is closed over.</summary>
/// <param name="Probe">Type of the probe.</param>
/// <param name="Countdown">Its Int32 field of false predicates that may still go by without anybody being told.</param>
/// <param name="Body">Its Delegate field of a body's code, which a predicate goes on to; set before the predicate's is published.</param>
/// <param name="Captures">How to hand captures over.</param>
internal sealed record SiteContract(Type Probe, FieldInfo Countdown, FieldInfo Body, CaptureContract Captures);
