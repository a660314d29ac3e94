using HogTrace.Runtime;
using HogTrace.Tests.Conformance.Reading;

namespace HogTrace.Tests.Conformance.Tiers;

/// <summary>As a host does it: <see cref="ProbeEngine.Execute"/>.</summary>
/// <param name="name">For messages.</param>
/// <param name="after">Runs after which it compiles.</param>
internal sealed class EngineTier(string name, int after) : ITier
{
    public string Name => name;

    public ITierProbe Prepare(ProbeEngine engine, HogTraceProbe probe) => new Prepared(engine, probe, after);

    private sealed class Prepared(ProbeEngine engine, HogTraceProbe probe, int after) : ITierProbe
    {
        private readonly ProbeEngine _engine = new(engine.Options with { TierUpAfter = after });

        public void Dispose() => _engine.Dispose();

        public ProbeRun Run(ProbeFrame frame, RequestStore store, int? budget)
        {
            ExecutionResult result = _engine.Execute(probe, frame, store);
            IEnumerable<string> captures = Enumerable.Range(0, result.CaptureCount).Select(i => CaseJson.Of(result.GetCapture(i)));
            return new ProbeRun(result.Outcome, [.. captures], result.Fault, result.FuelLeft);
        }
    }
}
