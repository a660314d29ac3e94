using System.Runtime.InteropServices;
using HogTrace.Execution;
using HogTrace.Interpreter;
using HogTrace.Runtime;

namespace HogTrace.Tests.Conformance.Tiers;

/// <summary>The interpreter under any budget. A prepared probe is kept, so that later runs meet its quick forms.</summary>
internal sealed class InterpreterTier : ITier
{
    public string Name => "interpreter";

    public ITierProbe Prepare(ProbeEngine engine, HogTraceProbe probe) => new Prepared(engine, probe);

    private sealed class Prepared(ProbeEngine engine, HogTraceProbe probe) : ITierProbe
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
            CodeOutcome quick = TryQuick(form, (Value[])registers.Clone(), run.Budget);
            RunOutcome outcome = form.Code.Run(ref MemoryMarshal.GetArrayDataReference(registers), ref run);
            run.End();

            bool isFalse = outcome == RunOutcome.PredicateFalse;
            if (quick != CodeOutcome.NeedsContext)
                Assert.Equal(isFalse, quick == CodeOutcome.False);
            return ProbeRun.Of(probe, outcome, ref run);
        }

        private static CodeOutcome TryQuick(ProbeForm form, Value[] registers, int budget) =>
            form.Code.QuickSteps(budget) is { } steps
                ? CodeInterpreter.TryQuick(steps, ref MemoryMarshal.GetArrayDataReference(registers))
                : CodeOutcome.NeedsContext;

        private ProbeForm FormOf(ProbeFrame frame)
        {
            int arguments = frame.Arguments.Length;
            if (!_forms.TryGetValue(arguments, out ProbeForm? form))
                _forms.Add(arguments, form = new ProbeForm(_context, probe.Verified, FrameInputs.ShapeOf(frame)));
            return form;
        }
    }
}
