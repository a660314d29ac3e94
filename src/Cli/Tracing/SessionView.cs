using HogTrace.AgentProtocol;
using HogTrace.Cli.Attaching;
using HogTrace.Cli.Input;
using HogTrace.Cli.Output;

namespace HogTrace.Cli.Tracing;

/// <summary>Shows what the agent says of a session: events where they go, all else on standard error.</summary>
/// <param name="console">Standard error, for all else.</param>
/// <param name="session">The session.</param>
/// <param name="program">What is traced.</param>
/// <param name="output">For the events.</param>
/// <param name="isQuiet">Whether only errors are shown of all else.</param>
/// <param name="isAtStart">Whether the process has only just been started.</param>
internal sealed class SessionView(
    CommandConsole console, AgentSession session, TracedProgram program, EventOutput output, bool isQuiet, bool isAtStart)
{
    private readonly BindingText _binding = new(console.ErrorWriter, console.ErrorHasColors);

    /// <summary>The counts that came last.</summary>
    public StatisticsReport? Statistics { get; private set; }

    /// <summary>Where the probes stand; null before the agent has said so.</summary>
    public BindingReport? Binding { get; private set; }

    /// <summary>Whether the probes are in place.</summary>
    public bool IsArmed { get; private set; }

    /// <summary>Whether the agent has said its last word.</summary>
    public bool IsEnded { get; private set; }

    /// <summary>Whether what was asked can't be done; why was shown.</summary>
    public bool HasFailed { get; private set; }

    public void Show(AgentMessage message)
    {
        switch (message.Kind)
        {
            case MessageKind.Events:
                output.Write(message.Payload);
                break;
            case MessageKind.Statistics:
                Statistics = message.As(ProtocolJson.Default.StatisticsReport) ?? Statistics;
                break;
            case MessageKind.Bound when message.As(ProtocolJson.Default.BindingReport) is { } report:
                ShowBinding(report);
                break;
            case MessageKind.Armed when message.As(ProtocolJson.Default.ArmingReport) is { } report:
                ShowArming(report);
                break;
            case MessageKind.Refused:
                Fail(message.RefusalText);
                break;
            case MessageKind.Ended:
                IsEnded = true;
                if (message.As(ProtocolJson.Default.EndReport) is { Reason.Length: > 0 } end)
                    Fail(end.Reason);
                break;
        }
    }

    /// <summary>Says which probes have matched nothing to the end.</summary>
    public void ShowUnmatched()
    {
        if (Binding is not null && !isQuiet)
            _binding.WriteUnmatched(Binding);
    }

    private void ShowBinding(BindingReport report)
    {
        var earlier = Binding;
        Binding = report;
        // A probe that stands nowhere for a mistake in it is wrong as a whole, and nothing was armed for it.
        bool isWrong = !IsArmed && report.Probes.Any(TraceRun.HasMistake);
        HasFailed |= isWrong;
        if (isQuiet && !isWrong)
            return;
        output.Flush();
        if (!isWrong && HasMoved(earlier, report))
            _binding.WriteStatus(report, session.Target);
        if (earlier is null && !isAtStart)
            _binding.WriteUnmatched(report);
        _binding.WriteProblems(report, program);
        if (!isWrong && !isAtStart && earlier is null && report.Probes.All(probe => probe.Methods == 0))
            console.ErrorWriter.WriteLine("Nothing matches so far; waiting for what is loaded later. Ctrl-C ends it.");
    }

    // At its start a program has loaded next to nothing, which is no news.
    private bool HasMoved(BindingReport? earlier, BindingReport report) => earlier is null
        ? !isAtStart || report.Probes.Any(probe => probe.Methods > 0)
        : !earlier.Probes.Select(probe => probe.Methods).SequenceEqual(report.Probes.Select(probe => probe.Methods));

    private void ShowArming(ArmingReport report)
    {
        bool isFirst = !IsArmed;
        IsArmed = true;
        if (!isQuiet && !isAtStart && isFirst && report.Methods > 0)
            console.ErrorWriter.WriteLine("Tracing; Ctrl-C ends it.");
    }

    private void Fail(string message)
    {
        HasFailed = true;
        IsEnded = true;
        output.Flush();
        console.Error(message);
    }
}
