namespace HogTrace.AgentProtocol;

/// <summary>The probes are in place.</summary>
/// <param name="Methods">Methods that were armed.</param>
/// <param name="Milliseconds">How long it took.</param>
/// <param name="CpuMilliseconds">CPU time that the process has spent on the agent so far, as nearly as it knows.</param>
internal sealed record ArmingReport(int Methods, double Milliseconds, double CpuMilliseconds);
