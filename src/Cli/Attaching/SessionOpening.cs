using System.Diagnostics.CodeAnalysis;
using HogTrace.AgentProtocol;

namespace HogTrace.Cli.Attaching;

/// <summary>Begins a session on a channel of the agent that is free.</summary>
internal static class SessionOpening
{
    private static readonly TimeSpan s_otherClient = TimeSpan.FromSeconds(2);

    /// <summary>Loads the agent where it isn't yet, and begins a session.</summary>
    public static bool TryAttach(
        TargetProcess target, SessionRequest request, CancellationToken cancellation,
        [NotNullWhen(true)] out AgentSession? session, [NotNullWhen(false)] out string? error)
    {
        session = null;
        if (!AgentPlacement.TryFind(target, out var placement, out error))
            return false;
        error = placement.IsLoaded ? null : AgentLoading.LoadHook(target, placement.Files);
        if (error is not null || !TryOpen(target, request, placement.IsLoaded, cancellation, out session, out error))
            return false;
        // To bind and to list, the agent needs no profiler.
        if (request.Command != SessionCommand.Trace || session.Hello.Profiler != AgentSession.NoProfiler)
            return true;
        error = placement.ReasonAgainstProfiler(target) ?? AgentLoading.LoadProfiler(target, placement.Files);
        // Another client may have been faster: then the profiler is ours, and the agent finds it and goes on.
        if (error is null || session.IsArmedWithin(s_otherClient))
        {
            error = null;
            return true;
        }

        session.Dispose();
        return false;
    }

    /// <summary>Opens the event session alone: the agent finds it when it starts.</summary>
    public static bool TryBegin(
        TargetProcess target, SessionRequest request, int index,
        [NotNullWhen(true)] out ChannelSession? channel, [NotNullWhen(false)] out string? error)
    {
        channel = null;
        error = null;
        try
        {
            channel = ChannelSession.Open(target.Id, Channels.NameOf(index), request);
            return true;
        }
        catch (Exception failure) when (AgentLoading.Describe(target, failure) is { } reason)
        {
            error = reason;
            return false;
        }
    }

    private static bool TryOpen(
        TargetProcess target, SessionRequest request, bool isLoaded, CancellationToken cancellation,
        [NotNullWhen(true)] out AgentSession? session, [NotNullWhen(false)] out string? error)
    {
        session = null;
        // Not all in one order: when a session on a channel ends, the runtime disables it for the other one there, too.
        int first = Random.Shared.Next(Channels.Count);
        for (int i = 0; i < Channels.Count; i++)
        {
            // The agent takes a name that it knows for a repetition.
            var attempt = request with { Session = SessionNames.Next() };
            if (!TryBegin(target, attempt, (first + i) % Channels.Count, out var channel, out error))
                return false;
            var greeting = Greeting.Await(target, channel.Messages, cancellation);
            if (greeting.Hello is { } hello)
            {
                session = new AgentSession(target, channel, attempt, hello, greeting.Next);
                return true;
            }

            channel.Dispose();
            error = greeting.IsSilent && isLoaded ? $"the agent in {target} doesn't answer" : greeting.Error!;
            if (!greeting.IsBusy)
                return false;
        }

        error = $"{Channels.Count} other clients trace {target}, and no more are served at once";
        return false;
    }
}
