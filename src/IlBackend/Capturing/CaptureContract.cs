using System.Reflection;

namespace HogTrace.IlBackend.Capturing;

/// <summary>What compiled code has to know of the probe that it is closed over to hand a capture over itself.</summary>
/// <param name="Gate">Its Int32 field that says whether a capture may go by without anybody being told.</param>
/// <param name="Open">What the field is when it may.</param>
/// <param name="TryBegin">Gives a slot, and what it is of; a null reference when there is none, which is counted.</param>
/// <param name="First">Of the slot: the first of its values; the others follow.</param>
/// <param name="Send">Hands the slot over, given what it is of.</param>
/// <param name="MostFields">Values that a slot has room for.</param>
internal sealed record CaptureContract(
    FieldInfo Gate, int Open, MethodInfo TryBegin, MethodInfo First, MethodInfo Send, int MostFields);
