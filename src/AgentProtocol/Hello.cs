namespace HogTrace.AgentProtocol;

/// <summary>The agent's first words.</summary>
/// <param name="Protocol">Its <see cref="ProtocolVersion"/>.</param>
/// <param name="Version">Version of its library.</param>
/// <param name="ProcessId">The process as it sees itself; another number in a container.</param>
/// <param name="Runtime">Such as <c>.NET 10.0.12</c>.</param>
/// <param name="Profiler">Whether the profiler is loaded: Absent, Attached, AtStart.</param>
/// <param name="Armed">Methods that other clients have probes in.</param>
internal sealed record Hello(int Protocol, string Version, int ProcessId, string Runtime, string Profiler, int Armed = 0);
