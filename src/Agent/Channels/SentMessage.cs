using HogTrace.AgentProtocol;

namespace HogTrace.Agent.Channels;

/// <summary>A message as it was sent, or would be.</summary>
internal sealed record SentMessage(MessageKind Kind, long Number, byte[] Payload);
