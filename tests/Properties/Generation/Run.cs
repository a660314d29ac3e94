using System.Buffers;
using System.Text;
using System.Text.Json;
using HogTrace.Bytecode;
using HogTrace.Runtime;
using HogTrace.Tests.Conformance.Checking;
using HogTrace.Tests.Conformance.Tiers;

namespace HogTrace.Tests.Properties.Generation;

/// <summary>Everything that can be seen of a run, as text.</summary>
internal static class Run
{
    /// <summary>Engines with room to run, and with so little fuel that runs end anywhere.</summary>
    public static readonly ProbeEngine[] Engines =
    [
        Engine(10_000, MemberPolicy.PublicGetters), Engine(40, MemberPolicy.Safe), Engine(13, MemberPolicy.NonPublic), Engine(4, MemberPolicy.Safe),
    ];

    /// <summary>Runs a probe and checks that what it reports is consistent.</summary>
    public static string Observe(ProbeEngine engine, HogTraceProbe probe, ProbeFrame frame)
    {
        var store = new RequestStore();
        var result = engine.Execute(probe, frame, store);
        Assert.True(result.Outcome is RunOutcome.PredicateFalse or RunOutcome.Fired or RunOutcome.Faulted, $"{result.Outcome}");
        Assert.Equal(result.Outcome == RunOutcome.Faulted, result.Fault is not null);
        Assert.InRange(result.FuelLeft, 0, engine.Options.Limits.InstructionBudget);
        Assert.InRange(result.CaptureCount, 0, engine.Options.Limits.Captures);
        if (result.Fault is { } fault)
        {
            Assert.NotEqual(FaultKind.None, fault.Kind);
            Assert.False(fault.Message.StartsWith("the run failed with", StringComparison.Ordinal), fault.Message);
        }

        return Describe(result, store);
    }

    /// <summary>What the checking interpreter makes of the same.</summary>
    public static string ObserveChecked(ProbeEngine engine, HogTraceProbe probe, ProbeFrame frame)
    {
        var store = new RequestStore();
        var context = new TranslationContext(probe.Program.Verified, engine.Host.Members, engine.Options.SecretNames);
        var run = new RunContext(engine.Host, frame.Names, store);
        var inputs = FrameInputs.Of(frame, frame.Arguments.Length + 4);
        var outcome = CheckingInterpreter.Run(context, probe.Verified, FrameInputs.ShapeOf(frame), inputs, ref run);
        run.End();
        ProbeFault? fault = null;
        if (outcome == RunOutcome.Faulted)
        {
            var (line, column) = probe.PositionOf(run.FaultInstruction, run.FaultInPredicate);
            fault = new ProbeFault(run.Fault, line, column, run.FaultMessage ?? "");
        }

        return Describe(new ExecutionResult(outcome, run.Captures, fault, run.FuelLeft), store);
    }

    /// <summary>A program's disassembly, to be read where a property fails.</summary>
    public static string Listing(Program program)
    {
        using var text = new StringWriter();
        Disassembler.Write(program, text);
        return text.ToString();
    }

    private static string Describe(ExecutionResult result, RequestStore store) =>
        $"{result.Outcome} {result.Fault} fuel {result.FuelLeft} {Json(result, store)}";

    private static string Json(ExecutionResult result, RequestStore store)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, EventJson.Options))
        {
            json.WriteStartArray();
            for (int i = 0; i < result.CaptureCount; i++)
                EventJson.WriteFields(json, result.GetCapture(i));
            foreach (var (name, value) in store.Snapshot())
            {
                json.WriteStringValue(name);
                json.WriteStringValue($"{value.Kind} {(value.Kind == ValueKind.Object ? value.ToObject()!.GetType().Name : value.ToObject())}");
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static ProbeEngine Engine(int budget, MemberPolicy members) => new(new ProbeEngineOptions
    {
        Members = members,
        Limits = RunLimits.Default with { InstructionBudget = budget, WallClock = TimeSpan.FromMinutes(5) },
    });
}
