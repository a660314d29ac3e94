namespace HogTrace.AgentProtocol;

/// <summary>What a client and an agent must agree on before anything else.</summary>
internal static class ProtocolVersion
{
    /// <summary>Moves with every change of requests or messages that the other side can't ignore.</summary>
    public const int Current = 1;
}
