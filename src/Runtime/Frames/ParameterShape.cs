namespace HogTrace.Runtime;

/// <summary>A parameter of a probed method: its name, and its static type where one is known.</summary>
internal sealed record ParameterShape(string Name, Type Type);
