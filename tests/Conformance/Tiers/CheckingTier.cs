using HogTrace.Runtime;
using HogTrace.Tests.Conformance.Checking;

namespace HogTrace.Tests.Conformance.Tiers;

/// <summary>The checking interpreter: verified bytecode without any translation.</summary>
internal sealed class CheckingTier : ITier
{
    public string Name => "checking interpreter";

    public ITierProbe Prepare(ProbeEngine engine, HogTraceProbe probe) => new Prepared(engine, probe);

    private sealed class Prepared(ProbeEngine engine, HogTraceProbe probe) : ITierProbe
    {
        private readonly TranslationContext _context =
            new(probe.Program.Verified, engine.Host.Members, engine.Options.SecretNames);

        public ProbeRun Run(ProbeFrame frame, RequestStore store, int? budget)
        {
            FrameShape shape = FrameInputs.ShapeOf(frame);
            Value[] inputs = FrameInputs.Of(frame, frame.Arguments.Length + 4);
            var run = new RunContext(engine.Host, frame.Names, store);
            run.Budget = budget ?? run.Budget;
            RunOutcome outcome = CheckingInterpreter.Run(_context, probe.Verified, shape, inputs, ref run);
            run.End();
            return ProbeRun.Of(probe, outcome, ref run);
        }
    }
}
