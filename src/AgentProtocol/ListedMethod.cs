namespace HogTrace.AgentProtocol;

/// <summary>A method that matches a pattern.</summary>
/// <param name="Name">The name that probes match: Namespace.Type.Method.</param>
/// <param name="Signature">Return type, name and parameters, as C# would write them.</param>
/// <param name="Module">Simple name of the assembly.</param>
/// <param name="Marks">Such as static, async, generic, inlined, constructor, iterator.</param>
/// <param name="Obstacle">Why it can't be probed; null when it can.</param>
internal sealed record ListedMethod(
    string Name, string Signature, string Module, IReadOnlyList<string> Marks, string? Obstacle);
