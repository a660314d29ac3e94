using HogTrace.AgentProtocol;
using HogTrace.Cli.Attaching;
using HogTrace.Cli.Input;
using HogTrace.Cli.Output;

namespace HogTrace.Cli.Tracing;

/// <summary>Runs a session from the agent's first words to the summary.</summary>
internal static class TraceRun
{
    /// <summary>Traces until the end, and answers the exit code.</summary>
    public static int Run(
        CommandConsole console, AgentSession session, TracedProgram program, EventOutput output, TraceOptions options, CancellationToken end)
    {
        var view = new SessionView(console, session, program, output, options.IsQuiet, options.IsAtStart);
        var loop = new TraceLoop(session, view, output, options.Duration, end);
        if (session.Others is { } others && !options.IsQuiet)
            console.ErrorWriter.WriteLine(others);
        loop.Run();
        if (view.HasFailed)
            return ExitCodes.Failure;
        if (options.IsQuiet)
            return ExitCodes.Success;
        if (options.IsAtStart)
            view.ShowUnmatched();
        else if (loop.HasProcessEnded)
            console.ErrorWriter.WriteLine($"{session.Target} has ended.");
        SessionSummary.Write(console, program, view.Statistics, session, output.Count, options.Limit, loop.HasProcessEnded);
        return ExitCodes.Success;
    }

    /// <summary>Says where the probes would stand, and answers the exit code.</summary>
    public static int Bind(CommandConsole console, AgentSession session, TracedProgram program, bool isJson, CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            var message = session.Take(AgentSession.Step, out bool isComplete);
            if (message?.Kind == MessageKind.Bound && message.As(ProtocolJson.Default.BindingReport) is { } report)
            {
                Show(console, session.Target, report, program, isJson, message.Payload);
                return report.Probes.Any(HasMistake) ? ExitCodes.Failure : ExitCodes.Success;
            }

            if (isComplete || message?.Kind is MessageKind.Refused or MessageKind.Ended)
            {
                console.Error(Reason(message) ?? $"{session.Target} has ended");
                return ExitCodes.Failure;
            }
        }

        return ExitCodes.Interrupted;
    }

    /// <summary>Whether a probe stands nowhere for a mistake in the source.</summary>
    public static bool HasMistake(ProbeBinding probe) =>
        probe.Methods == 0 && probe.Problems.Any(problem => problem.Kind == ProblemKind.Source);

    private static void Show(
        CommandConsole console, TargetProcess target, BindingReport report, TracedProgram program, bool isJson, byte[] payload)
    {
        if (isJson)
        {
            console.WriteLine(payload);
            return;
        }

        var text = new BindingText(console.Out, console.OutHasColors);
        text.WriteStatus(report, target);
        text.WriteProbes(report);
        text.WriteUnmatched(report);
        text.WriteProblems(report, program);
    }

    private static string? Reason(AgentMessage? message) => message?.Kind == MessageKind.Refused
        ? message.As(ProtocolJson.Default.Refusal)?.Message
        : message?.As(ProtocolJson.Default.EndReport)?.Reason;
}
