using System.Globalization;
using System.Text;
using HogTrace.Runtime;
using HogTrace.Tests.Conformance.Reading;

namespace HogTrace.Tests.Conformance.Tiers;

/// <summary>Everything that can be seen of one run of a probe.</summary>
internal sealed record ProbeRun(RunOutcome Outcome, IReadOnlyList<string> Captures, ProbeFault? Fault, int FuelLeft)
{
    public static ProbeRun Of(HogTraceProbe probe, RunOutcome outcome, ref RunContext run)
    {
        IReadOnlyList<Capture> captures = run.Captures ?? [];
        ProbeFault? fault = null;
        if (outcome == RunOutcome.Faulted)
        {
            (int line, int column) = probe.PositionOf(run.FaultInstruction, run.FaultInPredicate);
            // The instruction goes into the text: it must agree even where several share a position.
            string place = string.Create(CultureInfo.InvariantCulture, $"{(run.FaultInPredicate ? "predicate" : "body")} {run.FaultInstruction}");
            fault = new ProbeFault(run.Fault, line, column, $"{run.FaultMessage} [{place}]");
        }

        return new ProbeRun(outcome, [.. captures.Select(capture => CaseJson.Of(capture.Fields))], fault, run.FuelLeft);
    }

    /// <summary>The run as text, for comparing and for messages.</summary>
    public string Describe(Detail detail)
    {
        var text = new StringBuilder().Append(Outcome);
        if (detail.HasFlag(Detail.Fuel))
            text.Append(CultureInfo.InvariantCulture, $", fuel left {FuelLeft}");
        if (Fault is not null)
            text.Append(CultureInfo.InvariantCulture, $"\n  {Fault.Kind}");
        if (Fault is not null && detail.HasFlag(Detail.Position))
            text.Append(CultureInfo.InvariantCulture, $"@{Fault.Line}:{Fault.Column}");
        if (Fault is not null && detail.HasFlag(Detail.Instruction))
            text.Append(CultureInfo.InvariantCulture, $" {Fault.Message}");
        foreach (string capture in Captures)
            text.Append("\n  ").Append(capture);
        return text.ToString();
    }
}

/// <summary>What is compared beside outcome, kind of fault and captures.</summary>
[Flags]
internal enum Detail
{
    None = 0,
    Fuel = 1,
    Position = 2,
    Instruction = 4,
    All = Fuel | Position | Instruction,
}
