using System.Diagnostics;
using HogTrace.AgentProtocol;
using HogTrace.Cli.Attaching;

namespace HogTrace.Tests.Unit.Cli;

/// <summary>A session over the runtime's own event stream; of this process with itself.</summary>
public sealed class ChannelSessionTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);
    private static readonly TargetProcess s_target = new(Environment.ProcessId, "Tests", "Tests", "", "", null);

    [Fact]
    public void Messages_come_without_a_later_one_to_push_them()
    {
        byte[] large = [.. Enumerable.Range(0, 40_000).Select(i => (byte)i)];
        using var agent = new AnsweringChannel("HogTrace-Test-Messages", (MessageKind.Hello, "{}"u8.ToArray()), (MessageKind.Events, large), (MessageKind.Ended, []));
        using var session = ChannelSession.Open(Environment.ProcessId, agent.Name, Request());
        Assert.Equal([MessageKind.Hello, MessageKind.Events, MessageKind.Ended], Enumerable.Range(0, 3).Select(_ => Next(session)!.Kind));
        Assert.Equal(0, session.Messages.LostMessages);
    }

    [Fact]
    public void A_payload_comes_whole()
    {
        byte[] large = [.. Enumerable.Range(0, 60_000).Select(i => (byte)i)];
        using var agent = new AnsweringChannel("HogTrace-Test-Payload", (MessageKind.Events, large));
        using var session = ChannelSession.Open(Environment.ProcessId, agent.Name, Request());
        Assert.Equal(large, Next(session)?.Payload);
    }

    [Fact]
    public void Its_end_is_quick_and_completes_the_messages()
    {
        using var agent = new AnsweringChannel("HogTrace-Test-End", (MessageKind.Ended, []));
        var session = ChannelSession.Open(Environment.ProcessId, agent.Name, Request());
        Assert.NotNull(Next(session));
        var clock = Stopwatch.StartNew();
        session.Dispose();
        Assert.True(clock.Elapsed < s_patience);
        Assert.Null(session.Messages.Take(TimeSpan.Zero, out bool isComplete));
        Assert.True(isComplete);
    }

    [Fact]
    public void The_first_words_open_a_session()
    {
        byte[] hello = """{"protocol":1,"version":"0.1.0","processId":1,"runtime":".NET","profiler":"Attached"}"""u8.ToArray();
        var greeting = Greet("HogTrace-Test-Hello", (MessageKind.Hello, hello), (MessageKind.Bound, "{}"u8.ToArray()));
        Assert.Equal(("0.1.0", MessageKind.Bound), (greeting.Hello?.Version, greeting.Next?.Kind));
    }

    [Fact]
    public void A_refusal_after_the_first_words_is_one()
    {
        byte[] hello = """{"protocol":1,"version":"0.1.0","processId":1,"runtime":".NET","profiler":"Attached"}"""u8.ToArray();
        var greeting = Greet("HogTrace-Test-Busy", (MessageKind.Hello, hello), (MessageKind.Refused, """{"reason":"Busy","message":"taken"}"""u8.ToArray()));
        Assert.Equal((null, true, "taken"), (greeting.Hello, greeting.IsBusy, greeting.Error));
    }

    [Fact]
    public void Another_version_is_told()
    {
        var greeting = Greet("HogTrace-Test-Version", (MessageKind.Hello, """{"protocol":99,"version":"9.0.0","processId":1,"runtime":".NET","profiler":"Attached"}"""u8.ToArray()));
        Assert.Contains("another version (9.0.0)", greeting.Error, StringComparison.Ordinal);
    }

    private static Greeting Greet(string name, params (MessageKind Kind, byte[] Payload)[] answers)
    {
        using var agent = new AnsweringChannel(name, answers);
        using var session = ChannelSession.Open(Environment.ProcessId, name, Request());
        return Greeting.Await(s_target, session.Messages, CancellationToken.None);
    }

    private static SessionRequest Request() => new() { Command = SessionCommand.Trace, Session = SessionNames.Next() };

    private static AgentMessage? Next(ChannelSession session)
    {
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < s_patience;)
        {
            if (session.Messages.Take(TimeSpan.FromMilliseconds(50), out _) is { } message)
                return message;
        }

        return null;
    }
}
