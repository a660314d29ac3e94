using System.Diagnostics;
using HogTrace.AgentProtocol;
using HogTrace.Cli.Attaching;
using HogTrace.Cli.Input;
using HogTrace.Cli.Output;
using HogTrace.Cli.Starting;
using HogTrace.Cli.Tracing;
using TraceOptions = HogTrace.Cli.Tracing.TraceOptions;

namespace HogTrace.Cli.Commands;

/// <summary><c>hogtrace run</c>: starts a program with probes in it from its first instruction.</summary>
internal sealed class RunCommand : ExampleCommand
{
    public const string CommandName = "run";

    private static readonly TimeSpan s_step = TimeSpan.FromMilliseconds(50);

    private readonly IReadOnlyList<string> _program;
    private readonly TraceArguments _trace;

    /// <param name="console">The console.</param>
    /// <param name="program">The program and its arguments, which stand after '--'.</param>
    public RunCommand(CommandConsole console, IReadOnlyList<string> program)
        : base(console, CommandName, "Start a program with probes in it from its first instruction; it stands after '--'. The exit code is the program's.",
            "hogtrace run -e 'fn:Shop.**:exit / exception != None / { capture(exception); }' -- dotnet Shop.dll",
            "hogtrace run probes.hog --format json -o events.jsonl -- ./Shop --port 8080")
    {
        _program = program;
        _trace = new TraceArguments(this);
        Validators.Add(result =>
        {
            if (_program.Count == 0)
                result.AddError("'-- COMMAND' says what to start");
            else if (_trace.HasStandardInput(result))
                result.AddError("standard input is the program's; probes stand in a FILE or after -e");
        });
    }

    protected override int Run(ParseResult arguments)
    {
        var options = _trace.Options(arguments) with { IsAtStart = true };
        if (!ProgramLoading.TryLoad(Console, _trace.Inputs(arguments), out var program))
            return ExitCodes.Failure;
        var request = _trace.Request(arguments, SessionCommand.Trace, program) with { ArmsAtStart = true };
        if (!SessionRequests.Fits(Console, request))
            return ExitCodes.Failure;
        if (OperatingSystem.IsWindows())
            return Fail("'hogtrace run' doesn't work on Windows yet; start the program, and use 'hogtrace trace'");
        if (StartEnvironment.OtherProfiler() is { } other)
            return Fail($"the environment has another profiler for the program ({DisplayNames.Of(other)}), and a process can have only one");
        if (!AgentFiles.TryFind(out var files, out string? error))
            return Fail(error);
        if (!EventOutput.TryOpen(Console, options.OutputPath, options.IsJson, options.Limit, out var output))
            return ExitCodes.Failure;
        using (output)
        using (var port = StartPort.Open())
        using (var gate = new StartGate(port, request))
        {
            var start = new ProcessStartInfo(_program[0], _program.Skip(1)) { UseShellExecute = false };
            StartEnvironment.Set(start, files, port);
            gate.Open();
            if (!ChildProcess.TryStart(start, Console, out var child, out error))
                return Fail(error);
            using (child)
            {
                Trace(gate, child, program, request, output, options);
                return child.WaitForExit();
            }
        }
    }

    // Whatever becomes of the session, the program goes its way.
    private void Trace(
        StartGate gate, ChildProcess child, TracedProgram program, SessionRequest request, EventOutput output, TraceOptions options)
    {
        while (!gate.Opened.Wait(s_step))
        {
            if (!child.HasExited)
                continue;
            Console.Error($"{DisplayNames.Of(_program[0])} has ended and was no .NET program that can be traced");
            return;
        }

        var (target, channel, error) = gate.Opened.Result;
        if (channel is null)
        {
            Console.Error($"{error}; the program goes on without probes");
            return;
        }

        using (channel)
        {
            var greeting = Greeting.Await(target, channel.Messages, CancellationToken.None);
            if (greeting.Hello is null)
                Console.Error($"{greeting.Error}; the program goes on without probes");
            else
                Trace(new AgentSession(target, channel, request, greeting.Hello, greeting.Next), program, output, options);
        }
    }

    // An output that can't be written ends the session and no more; that its reader has gone is nobody's fault.
    private void Trace(AgentSession session, TracedProgram program, EventOutput output, TraceOptions options)
    {
        try
        {
            TraceRun.Run(Console, session, program, output, options, CancellationToken.None);
        }
        catch (OutputFailedException failure)
        {
            if (!failure.IsClosed)
                Console.Error($"can't write the output: {failure.Message}; the program goes on without probes");
        }
    }
}
