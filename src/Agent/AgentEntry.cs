using HogTrace.Agent.Sessions;

namespace HogTrace.Agent;

/// <summary>What the start-up hook calls.</summary>
public static class AgentEntry
{
    /// <summary>Opens the channels. When a client already waits for the process to start, returns once its probes are armed.</summary>
    /// <param name="folder">Where the agent's files are.</param>
    public static void Start(string folder)
    {
        Diagnostics.Watching.IsPossible = false;
        new AgentHost(folder).Open();
    }
}
