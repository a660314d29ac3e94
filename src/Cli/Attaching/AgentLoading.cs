using HogTrace.Cli.Attaching.Ports;
using HogTrace.IlRewriting.Plans;
using Microsoft.Diagnostics.NETCore.Client;

namespace HogTrace.Cli.Attaching;

/// <summary>Brings the agent and the profiler into a running process. Both answer null, or why it failed.</summary>
internal static class AgentLoading
{
    private static readonly TimeSpan s_attachPatience = TimeSpan.FromSeconds(10);

    /// <summary>Loads the agent; where it has been loaded before, that is as good.</summary>
    public static string? LoadHook(TargetProcess target, AgentFiles files) =>
        Try(target, "the agent can't be loaded", client => client.ApplyStartupHook(files.Hook));

    public static string? LoadProfiler(TargetProcess target, AgentFiles files) =>
        Try(target, "the profiler can't be loaded", client => client.AttachProfiler(s_attachPatience, ProfilerIdentity.Clsid, files.Profiler, []));

    /// <summary>Says why a runtime couldn't be talked to; null for an exception that is a bug of ours.</summary>
    public static string? Describe(TargetProcess target, Exception failure) => failure switch
    {
        ProfilerAlreadyActiveException => $"another profiler is active in {target}, and a process can have only one; nothing was changed in it",
        UnsupportedCommandException => $"the runtime of {target} can't load the agent: it is not CoreCLR of .NET 10 or later",
        ServerNotAvailableException or EndOfStreamException => $"{target} has ended, or has no diagnostics port any more",
        DiagnosticsClientException => failure.Message,
        _ => PortFailure.Describe(failure) is { } reason ? $"{target} {reason}" : null,
    };

    private static string? Try(TargetProcess target, string what, Action<DiagnosticsClient> action)
    {
        // The library waits for an answer without end, and a process that is stopped gives none.
        var work = Task.Run(() => action(new DiagnosticsClient(target.Id)));
        if (Task.WaitAny([work], s_attachPatience + s_attachPatience) < 0)
            return $"{target} doesn't answer; is it stopped, or in a debugger?";
        if (work.Exception?.InnerException is not { } failure)
            return null;
        string reason = Describe(target, failure) ?? throw failure;
        return failure.GetType() == typeof(ServerErrorException) ? $"{what}: {reason}" : reason;
    }
}
