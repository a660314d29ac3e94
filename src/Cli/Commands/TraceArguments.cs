using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using HogTrace.AgentProtocol;
using HogTrace.Bytecode;
using HogTrace.Cli.Attaching;
using HogTrace.Cli.Input;
using HogTrace.Cli.Tracing;

namespace HogTrace.Cli.Commands;

/// <summary>The options that say how a process is traced, of <c>trace</c> and <c>run</c>.</summary>
internal sealed class TraceArguments
{
    private readonly InputArguments _inputs;

    private readonly Option<TimeSpan?> _duration = new("--duration")
    {
        Description = "End after this time: 10s, 500ms, 2m, or dd:hh:mm:ss.",
        HelpName = "T",
        CustomParser = result =>
        {
            if (Durations.TryParse(result.Tokens is [var token] ? token.Value : "", out var duration))
                return duration;
            result.AddError("--duration is a time such as 10s, 500ms, 2m or 00:00:01:30");
            return null;
        },
    };

    private readonly Option<long?> _limit = new("--limit")
    {
        Description = "End after so many events.",
        HelpName = "N",
        CustomParser = result =>
        {
            if (long.TryParse(result.Tokens is [var token] ? token.Value : "", NumberStyles.None, CultureInfo.InvariantCulture, out long limit) && limit > 0)
                return limit;
            result.AddError("--limit is a number of events, 1 or more");
            return null;
        },
    };

    private readonly Option<string?> _output = new("--output", "-o")
    {
        Description = "Where events go; '-' is standard output, the default.",
        HelpName = "OUT",
    };

    private readonly Option<string> _format = new("--format")
    {
        Description = "text for people, json for one object an event on a line.",
        DefaultValueFactory = _ => "text",
    };

    private readonly PolicyOption _policy = new();

    private readonly Option<bool> _framework = new("--framework") { Description = "Patterns that begin with a wildcard match the framework's own methods, too." };
    private readonly Option<bool> _quiet = new("--quiet", "-q") { Description = "Show events and errors, no status and no summary." };

    public TraceArguments(Command command)
    {
        _inputs = new InputArguments(command, "Sources or a compiled program", isSingle: false);
        _format.AcceptOnlyFromAmong("text", "json");
        foreach (Option option in (Option[])[_duration, _limit, _output, _format, _policy, _framework, _quiet])
            command.Add(option);
    }

    public IReadOnlyList<InputFile> Inputs(ParseResult arguments) => _inputs.All(arguments);

    public bool HasStandardInput(CommandResult arguments) => _inputs.HasStandardInput(arguments);

    public TraceOptions Options(ParseResult arguments) => new()
    {
        Duration = arguments.GetValue(_duration),
        Limit = arguments.GetValue(_limit) ?? long.MaxValue,
        OutputPath = arguments.GetValue(_output) is { } path and not InputFile.StandardInputPath ? path : null,
        IsJson = arguments.GetValue(_format) == "json",
        IsQuiet = arguments.GetValue(_quiet),
    };

    public SessionRequest Request(ParseResult arguments, SessionCommand command, TracedProgram program) => new()
    {
        Command = command,
        Session = SessionNames.Next(),
        Program = ProgramCodec.Write(program.Program),
        ProgramName = program.Name,
        IncludesFramework = arguments.GetValue(_framework),
        MemberPolicy = _policy.PolicyOf(arguments).ToString(),
    };
}
