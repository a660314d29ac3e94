namespace HogTrace.Runtime;

/// <summary>A captured field. Nothing of the host is kept: an Object is a <see cref="Snapshot"/>, or a <see cref="decimal"/> or <see cref="ulong"/>.</summary>
/// <param name="Name">The field's name.</param>
/// <param name="Value">Its value.</param>
public readonly record struct CapturedField(string Name, Value Value);
