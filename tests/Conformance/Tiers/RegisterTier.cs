using System.Runtime.InteropServices;
using HogTrace.Execution;
using HogTrace.IlBackend;
using HogTrace.Interpreter;
using HogTrace.Runtime;

namespace HogTrace.Tests.Conformance.Tiers;

/// <summary>
/// A tier over register files, under any budget. A prepared probe is kept, so that later runs meet its quick forms, and
/// what it has learned.
/// </summary>
/// <param name="name">For messages.</param>
/// <param name="speculation">What compiled code stakes on; null interprets.</param>
/// <param name="learns">Whether the first run is interpreted before the code is compiled.</param>
internal sealed class RegisterTier(string name, Speculation? speculation, bool learns = false) : ITier
{
    public string Name => name;

    public ITierProbe Prepare(ProbeEngine engine, HogTraceProbe probe) => new Prepared(engine, probe, speculation, learns);

    private sealed class Prepared(ProbeEngine engine, HogTraceProbe probe, Speculation? speculation, bool learns) : ITierProbe
    {
        private readonly Dictionary<int, ProbeForm> _forms = [];

        private readonly TranslationContext _context =
            new(probe.Program.Verified, engine.Host.Members, engine.Options.SecretNames);

        public ProbeRun Run(ProbeFrame frame, RequestStore store, int? budget)
        {
            ProbeForm form = FormOf(frame);
            Value[] registers = FrameInputs.Of(frame, Math.Max(form.RegisterCount, frame.Arguments.Length + 4));
            var run = new RunContext(engine.Host, frame.Names, store);
            run.Budget = budget ?? run.Budget;
            CodeOutcome interpreted = TryQuick(form, (Value[])registers.Clone(), run.Budget);
            CompiledOutcome compiled = form.Code.TryQuick(ref MemoryMarshal.GetArrayDataReference((Value[])registers.Clone()), out int executed);
            RunOutcome outcome = form.Code.Run(ref MemoryMarshal.GetArrayDataReference(registers), ref run);
            run.End();

            bool isFalse = outcome == RunOutcome.PredicateFalse;
            if (interpreted != CodeOutcome.NeedsContext)
                Assert.Equal(isFalse, interpreted == CodeOutcome.False);
            if (compiled != CompiledOutcome.NeedsContext && run.Budget >= form.Code.Predicate!.Interpreted.MaxCost)
                Assert.Equal(isFalse, compiled == CompiledOutcome.False);
            if (compiled == CompiledOutcome.False && isFalse)
                Assert.Equal(run.FuelLeft, run.Budget - executed);
            return ProbeRun.Of(probe, outcome, ref run);
        }

        private static void Compile(ProbeForm form, Speculation speculation)
        {
            foreach (TieredCode? code in (TieredCode?[])[form.Code.Predicate, form.Code.Body])
            {
                code?.Compile(speculation);
                Assert.True(code?.IsFullyCompiled ?? true, "the code isn't compiled");
            }
        }

        private static CodeOutcome TryQuick(ProbeForm form, Value[] registers, int budget) =>
            form.Code.QuickSteps(budget) is { } steps
                ? CodeInterpreter.TryQuick(steps, ref MemoryMarshal.GetArrayDataReference(registers))
                : CodeOutcome.NeedsContext;

        private ProbeForm FormOf(ProbeFrame frame)
        {
            bool isNew = !_forms.TryGetValue(frame.Arguments.Length, out ProbeForm? form);
            if (form is null)
            {
                var settings = new TierSettings(After: -1, engine.Host.Budget, engine.Host.Members);
                form = new ProbeForm(_context, probe.Verified, FrameInputs.ShapeOf(frame), settings);
                _forms.Add(frame.Arguments.Length, form);
            }

            if (speculation is { } compiled && isNew != learns && !form.Code.Body.IsFullyCompiled)
                Compile(form, compiled);
            return form;
        }
    }
}
