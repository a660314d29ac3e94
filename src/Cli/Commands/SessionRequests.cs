using HogTrace.AgentProtocol;
using HogTrace.Cli.Output;

namespace HogTrace.Cli.Commands;

/// <summary>What commands check of a request before a process is touched.</summary>
internal static class SessionRequests
{
    /// <summary>Whether the runtime takes it; says on standard error that it doesn't.</summary>
    public static bool Fits(CommandConsole console, SessionRequest request)
    {
        if (request.Fits)
            return true;
        console.Error("the program is too large to be sent to a process: leave out some probes, or trace with several commands at once");
        return false;
    }
}
