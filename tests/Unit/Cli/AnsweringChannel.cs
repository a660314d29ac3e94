using System.Diagnostics.Tracing;
using HogTrace.AgentProtocol;

namespace HogTrace.Tests.Unit.Cli;

/// <summary>Stands for the agent: says what it is told to once a session begins, and nothing more.</summary>
internal sealed class AnsweringChannel(string name, params (MessageKind Kind, byte[] Payload)[] answers) : EventSource(name)
{
    [Event(Channels.MessageEvent, Level = EventLevel.Informational)]
    public void Message(string session, int kind, long number, byte[] payload) =>
        WriteEvent(Channels.MessageEvent, session, kind, number, payload);

    protected override void OnEventCommand(EventCommandEventArgs command)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (command.Command != EventCommand.Enable || SessionRequest.FromArguments(command.Arguments!) is not { } request)
            return;
        Message("another", (int)MessageKind.Hello, 0, []);
        long number = 0;
        foreach (var (kind, payload) in answers)
            Message(request.Session, (int)kind, number++, payload);
    }
}
