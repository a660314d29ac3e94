using System.Runtime.InteropServices;
using HogTrace.Bytecode;
using HogTrace.Execution;
using HogTrace.IlBackend;
using HogTrace.IlBackend.Lowering;
using HogTrace.Runtime;

namespace HogTrace.Tests.Properties.Differential;

/// <summary>One probe on both tiers, for one frame shape.</summary>
internal sealed class TierPair : IProbePair
{
    private readonly ProbeEngine _engine;
    private readonly ProbeForm _interpreted;
    private readonly ProbeForm _compiled;

    private TierPair(ProbeEngine engine, ProbeForm interpreted, ProbeForm compiled)
    {
        _engine = engine;
        _interpreted = interpreted;
        _compiled = compiled;
    }

    public static IProbePair Of(ProbeEngine engine, VerifiedProgram program, FrameShape shape)
    {
        var context = new TranslationContext(program, engine.Host.Members, engine.Options.SecretNames);
        var settings = new TierSettings(After: -1, engine.Host.Budget, engine.Host.Members);
        var form = new ProbeForm(context, program.Probes[0], shape, settings);
        return new TierPair(engine, form, new ProbeForm(context, program.Probes[0], shape, settings));
    }

    // What has run on the compiled side so far was interpreted.
    public void Compile(Speculation speculation)
    {
        foreach (var code in (TieredCode?[])[_compiled.Code.Predicate, _compiled.Code.Body])
        {
            code?.Compile(speculation);
            // What the engine would interpret for ever is thrown here.
            if (code is { IsFullyCompiled: false })
                CodeCompiler.TryCompile(new LoweringTask(code.Interpreted.Source, _engine.Host.Members, speculation));
        }
    }

    public string? Compare(ReadOnlySpan<Value> inputs, NamedValues? names)
    {
        var expected = Run(_interpreted, inputs, names);
        var quick = _compiled.Code.TryQuick(ref Registers(_compiled, inputs)[0], out int executed);
        var actual = Run(_compiled, inputs, names);
        if (expected != actual)
            return $"interpreted {expected}\ncompiled {actual}";
        bool isFalse = expected.Outcome == RunOutcome.PredicateFalse;
        bool agrees = quick switch
        {
            CompiledOutcome.False => isFalse && expected.FuelLeft == _engine.Host.Budget - executed,
            CompiledOutcome.True => !isFalse && !expected.FaultInPredicate,
            _ => true,
        };
        return agrees ? null : $"interpreted {expected}\ncompiled without context {quick}, executed {executed}";
    }

    private static Value[] Registers(ProbeForm form, ReadOnlySpan<Value> inputs)
    {
        var registers = new Value[Math.Max(form.RegisterCount, inputs.Length)];
        inputs.CopyTo(registers);
        return registers;
    }

    private Observation Run(ProbeForm form, ReadOnlySpan<Value> inputs, NamedValues? names)
    {
        var store = new RequestStore();
        var run = new RunContext(_engine.Host, names, store);
        var registers = Registers(form, inputs);
        var outcome = form.Code.Run(ref MemoryMarshal.GetArrayDataReference(registers), ref run);
        run.End();
        return Observation.Of(outcome, ref run, store);
    }
}
