namespace HogTrace.AgentProtocol;

/// <summary>
/// The event providers that a client and the agent talk over. A channel serves one client at a time, for as long as its
/// session lasts: the runtime tells the agent when the last session of a provider has ended, and no more than that.
/// </summary>
internal static class Channels
{
    /// <summary>Clients served at once; the next is told that all channels are taken.</summary>
    public const int Count = 4;

    /// <summary>Takes short commands that belong to no session of their own.</summary>
    public const string Control = "HogTrace-Control";

    /// <summary>The id of the only event of a channel.</summary>
    public const int MessageEvent = 1;

    public static string NameOf(int index) => $"HogTrace-Agent-{index}";
}
