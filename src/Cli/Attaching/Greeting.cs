using System.Diagnostics;
using HogTrace.AgentProtocol;

namespace HogTrace.Cli.Attaching;

/// <summary>What came of waiting for the agent's first words.</summary>
/// <param name="Hello">They; null when they didn't come, or were a refusal.</param>
/// <param name="Next">A message that came after them.</param>
/// <param name="Error">Why there is no session; null when there is.</param>
/// <param name="IsBusy">Whether another client has the channel.</param>
/// <param name="IsSilent">Whether nothing came.</param>
internal sealed record Greeting(Hello? Hello, AgentMessage? Next, string? Error, bool IsBusy = false, bool IsSilent = false)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_step = TimeSpan.FromMilliseconds(100);

    // That a channel is taken is said at once after the first words.
    private static readonly TimeSpan s_refusalPatience = TimeSpan.FromSeconds(1);

    public static Greeting Await(TargetProcess target, MessageQueue messages, CancellationToken cancellation)
    {
        Hello? hello = null;
        var clock = Stopwatch.StartNew();
        for (var patience = s_patience; clock.Elapsed < patience && !cancellation.IsCancellationRequested;)
        {
            var message = messages.Take(s_step, out bool isComplete);
            if (isComplete)
                return Failed($"{target} has ended");
            if (message is null)
                continue;
            if (message.Kind == MessageKind.Refused)
                return Refused(message);
            if (message.Kind != MessageKind.Hello)
                return hello is null ? Failed("the agent speaks another language; is it another version?") : new Greeting(hello, message, null);
            hello = message.As(ProtocolJson.Default.Hello);
            if (hello?.Protocol != ProtocolVersion.Current)
                return Failed(Mismatch(hello));
            // It waits for the profiler now and says nothing more.
            if (hello.Profiler == AgentSession.NoProfiler)
                return new Greeting(hello, null, null);
            patience = clock.Elapsed + s_refusalPatience;
        }

        if (hello is not null)
            return new Greeting(hello, null, null);
        return cancellation.IsCancellationRequested
            ? Failed("interrupted")
            : Failed($"the agent doesn't start in {target}: it ignores start-up hooks, as a trimmed program does; nothing was changed in it") with { IsSilent = true };
    }

    private static Greeting Failed(string error) => new(null, null, error);

    private static Greeting Refused(AgentMessage message) =>
        new(null, null, message.RefusalText, message.As(ProtocolJson.Default.Refusal)?.Reason == RefusalReason.Busy);

    private static string Mismatch(Hello? hello) =>
        $"the agent in the process is of another version ({hello?.Version ?? "unknown"}): restart the process, or use that version of hogtrace";
}
