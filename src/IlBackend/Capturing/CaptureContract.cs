using System.Reflection;

namespace HogTrace.IlBackend.Capturing;

/// <summary>What compiled code has to know of the probe that it is closed over to hand a capture over itself.</summary>
/// <param name="Gate">Its Int32 field that says whether a capture may go by without anybody being told.</param>
/// <param name="Open">What the field is when it may.</param>
/// <param name="TryBegin">Begins a record and gives what it is in; null when there is no room, which is counted.</param>
/// <param name="Values">Of what the record is in: the place of its first value; the others follow.</param>
/// <param name="Send">Hands the record over, given what it is in.</param>
internal sealed record CaptureContract(
    FieldInfo Gate, int Open, MethodInfo TryBegin, MethodInfo Values, MethodInfo Send);
