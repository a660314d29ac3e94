using System.Reflection;

namespace HogTrace.IlBackend.Capturing;

/// <summary>What compiled code has to know to hand a capture over itself.</summary>
/// <param name="Origin">Field of the probe that has where its captures come from.</param>
/// <param name="Site">Field of the probe that has the names of the compiled capture.</param>
/// <param name="HasCaptured">Bool field of the probe: set once captures have gone by that nobody was told of.</param>
/// <param name="TryPass">Static: whether a capture may go by now and here without anybody being told.</param>
/// <param name="TryBegin">Of the origin: claims a slot for the names; a null reference when there is none, which it counts.</param>
/// <param name="First">Of the slot: the first of its values; the others follow.</param>
/// <param name="Send">Of the origin: hands the slot over.</param>
/// <param name="MostFields">Values that a slot has room for.</param>
internal sealed record CaptureContract(
    FieldInfo Origin,
    FieldInfo Site,
    FieldInfo HasCaptured,
    MethodInfo TryPass,
    MethodInfo TryBegin,
    MethodInfo First,
    MethodInfo Send,
    int MostFields);
