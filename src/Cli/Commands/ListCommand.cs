using System.CommandLine;
using HogTrace.AgentProtocol;
using HogTrace.Cli.Attaching;
using HogTrace.Cli.Output;

namespace HogTrace.Cli.Commands;

/// <summary><c>hogtrace list</c>: shows the methods of a running process that a pattern matches.</summary>
internal sealed class ListCommand : ExampleCommand
{
    private static readonly string[] s_providers = ["fn:", "py:"];

    private readonly TargetArguments _target;
    private readonly Argument<string> _pattern = new("PATTERN") { Description = "What probes would have as their place, such as 'Shop.Orders.*.Create'." };
    private readonly Option<bool> _framework = new("--framework") { Description = "A pattern that begins with a wildcard matches the framework's own methods, too." };
    private readonly Option<string> _format = new("--format")
    {
        Description = "text for people, json for one object a method on a line.",
        DefaultValueFactory = _ => "text",
    };

    public ListCommand(CommandConsole console)
        : base(console, "list", "List the methods of a running process that a pattern matches, and why some can't be probed.",
            "hogtrace list -n Shop 'Shop.Orders.**'",
            "hogtrace list -p 4711 'System.IO.File.*' --format json",
            "hogtrace list -p 4711 '**.Dispose' --framework")
    {
        _target = new TargetArguments(this);
        _format.AcceptOnlyFromAmong("text", "json");
        Add(_pattern);
        Add(_format);
        Add(_framework);
    }

    protected override int Run(ParseResult arguments)
    {
        string pattern = arguments.GetRequiredValue(_pattern);
        if (s_providers.Any(provider => pattern.StartsWith(provider, StringComparison.Ordinal)))
            pattern = pattern[s_providers[0].Length..];
        if (!_target.TryFind(arguments, Console, out var target))
            return ExitCodes.Failure;
        var request = new SessionRequest
        {
            Command = SessionCommand.List,
            Session = SessionNames.Next(),
            Pattern = pattern,
            IncludesFramework = arguments.GetValue(_framework),
        };
        using var end = new EndRequest(Console);
        if (!SessionOpening.TryAttach(target, request, end.Token, out var session, out string? error))
            return Fail(error);
        using (session)
            return List(session, new MethodOutput(Console, arguments.GetValue(_format) == "json"), pattern, end.Token);
    }

    private int List(AgentSession session, MethodOutput output, string pattern, CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            var message = session.Take(AgentSession.Step, out bool isComplete);
            switch (message?.Kind)
            {
                case MessageKind.Methods:
                    output.Write(message.Payload);
                    break;
                case MessageKind.Refused:
                    return Fail(message.RefusalText);
                case MessageKind.Ended:
                    return Finish(output, pattern, session, message.As(ProtocolJson.Default.EndReport)?.Reason ?? "");
                case null when isComplete:
                    return Fail($"{session.Target} has ended");
            }
        }

        return ExitCodes.Interrupted;
    }

    private int Finish(MethodOutput output, string pattern, AgentSession session, string reason)
    {
        Console.Flush();
        if (output.Count == 0 || reason.Length > 0)
            return Fail(reason.Length > 0 ? reason : $"no method that is loaded in {session.Target} matches '{pattern}'");
        output.WriteCount();
        if (session.Others is { } others)
            Console.ErrorWriter.WriteLine(others);
        return session.LostMessages == 0 ? ExitCodes.Success : Fail("the list is not complete: the buffer of the runtime was full");
    }
}
