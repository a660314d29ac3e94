namespace HogTrace.AgentProtocol;

/// <summary>The session is over.</summary>
/// <param name="Reason">Why, for people; empty when it did what was asked.</param>
internal sealed record EndReport(string Reason);
