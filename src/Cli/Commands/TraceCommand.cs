using System.CommandLine;
using HogTrace.AgentProtocol;
using HogTrace.Cli.Attaching;
using HogTrace.Cli.Output;
using HogTrace.Cli.Tracing;

namespace HogTrace.Cli.Commands;

/// <summary><c>hogtrace trace</c>: puts probes into a running process, shows what they capture, and takes them out again.</summary>
internal sealed class TraceCommand : ExampleCommand
{
    private readonly TargetArguments _target;
    private readonly TraceArguments _trace;
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Say where the probes would stand and what is wrong with them, and put none in." };

    public TraceCommand(CommandConsole console)
        : base(console, "trace", "Put probes into a running process, and show what they capture.",
            "hogtrace trace -n Shop -e 'fn:Shop.Orders.OrderService.Create:exit { capture(retval, duration); }'",
            "hogtrace trace -p 4711 probes.hog --duration 30s --format json -o events.jsonl",
            "hogtrace trace -n Shop -e 'fn:Shop.**:entry { capture(args); }' --limit 100",
            "hogtrace trace -n Shop probes.hog --dry-run")
    {
        _target = new TargetArguments(this);
        _trace = new TraceArguments(this);
        Add(_dryRun);
    }

    protected override int Run(ParseResult arguments)
    {
        bool isDryRun = arguments.GetValue(_dryRun);
        var options = _trace.Options(arguments);
        if (!ProgramLoading.TryLoad(Console, _trace.Inputs(arguments), out var program))
            return ExitCodes.Failure;
        var request = _trace.Request(arguments, isDryRun ? SessionCommand.Bind : SessionCommand.Trace, program);
        if (!SessionRequests.Fits(Console, request) || !_target.TryFind(arguments, Console, out var target))
            return ExitCodes.Failure;
        using var end = new EndRequest(Console);
        if (isDryRun)
            return Attach(target, request, end, session => TraceRun.Bind(Console, session, program, options.IsJson, end.Token));
        if (!EventOutput.TryOpen(Console, options.OutputPath, options.IsJson, options.Limit, out var output))
            return ExitCodes.Failure;
        using (output)
            return Attach(target, request, end, session => TraceRun.Run(Console, session, program, output, options, end.Token));
    }

    private int Attach(TargetProcess target, SessionRequest request, EndRequest end, Func<AgentSession, int> use)
    {
        if (!SessionOpening.TryAttach(target, request, end.Token, out var session, out string? error))
            return Fail(error);
        using (session)
            return use(session);
    }
}
