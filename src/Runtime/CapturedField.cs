namespace HogTrace.Runtime;

/// <summary>A captured field. An Object is always a <see cref="Snapshot"/>: nothing of the host is kept.</summary>
/// <param name="Name">The field's name.</param>
/// <param name="Value">Its value.</param>
public readonly record struct CapturedField(string Name, Value Value);
