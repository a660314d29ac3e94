using System.Runtime.InteropServices;
using HogTrace.Bytecode;
using HogTrace.Execution;
using HogTrace.Interpreter;
using HogTrace.Runtime;
using HogTrace.Tests.Conformance.Checking;
using Xunit.Sdk;

namespace HogTrace.Tests.Properties.Differential;

/// <summary>One probe in the interpreter and, as verified bytecode, in the checking one.</summary>
internal sealed class CheckedPair : IProbePair
{
    private readonly ProbeEngine _engine;
    private readonly TranslationContext _context;
    private readonly VerifiedProbe _probe;
    private readonly FrameShape _shape;
    private readonly ProbeForm _form;

    private CheckedPair(ProbeEngine engine, TranslationContext context, VerifiedProbe probe, FrameShape shape)
    {
        _engine = engine;
        _context = context;
        _probe = probe;
        _shape = shape;
        _form = new ProbeForm(context, probe, shape, new TierSettings(After: -1, engine.Host.Budget, engine.Host.Members));
    }

    public static IProbePair Of(ProbeEngine engine, VerifiedProgram program, FrameShape shape) =>
        new CheckedPair(engine, new TranslationContext(program, engine.Host.Members, engine.Options.SecretNames), program.Probes[0], shape);

    public string? Compare(ReadOnlySpan<Value> inputs, NamedValues? names)
    {
        try
        {
            var expected = RunChecked(inputs, names);
            var quick = TryQuick(inputs);
            var actual = RunInterpreted(inputs, names);
            if (expected != actual)
                return $"checked {expected}\ninterpreted {actual}";
            bool agrees = quick switch
            {
                CodeOutcome.False => expected.Outcome == RunOutcome.PredicateFalse,
                CodeOutcome.True => expected is { Outcome: not RunOutcome.PredicateFalse, FaultInPredicate: false },
                _ => true,
            };
            return agrees ? null : $"checked {expected}\ninterpreted without context {quick}";
        }
        catch (XunitException broken)
        {
            return $"the checking interpreter stopped: {broken.Message}";
        }
    }

    private Observation RunChecked(ReadOnlySpan<Value> inputs, NamedValues? names)
    {
        var store = new RequestStore();
        var run = new RunContext(_engine.Host, names, store);
        var outcome = CheckingInterpreter.Run(_context, _probe, _shape, inputs.ToArray(), ref run);
        run.End();
        return Observation.Of(outcome, ref run, store);
    }

    private Observation RunInterpreted(ReadOnlySpan<Value> inputs, NamedValues? names)
    {
        var store = new RequestStore();
        var run = new RunContext(_engine.Host, names, store);
        var outcome = _form.Code.Run(ref Registers(inputs), ref run);
        run.End();
        return Observation.Of(outcome, ref run, store);
    }

    private CodeOutcome TryQuick(ReadOnlySpan<Value> inputs) =>
        _form.Code.QuickSteps(_engine.Host.Budget) is { } steps
            ? CodeInterpreter.TryQuick(steps, ref Registers(inputs))
            : CodeOutcome.NeedsContext;

    private ref Value Registers(ReadOnlySpan<Value> inputs)
    {
        var registers = new Value[Math.Max(_form.RegisterCount, inputs.Length)];
        inputs.CopyTo(registers);
        return ref MemoryMarshal.GetArrayDataReference(registers);
    }
}
