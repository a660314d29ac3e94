using HogTrace.IlBackend.Typing;

namespace HogTrace.IlBackend.Capturing;

/// <summary>A value that a capture records.</summary>
/// <param name="Value">What is known of it.</param>
/// <param name="Push">Pushes it, any number of times; one that is None isn't pushed.</param>
internal readonly record struct CapturedOperand(StaticValue Value, Action Push);
