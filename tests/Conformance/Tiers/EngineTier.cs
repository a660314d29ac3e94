using HogTrace.Runtime;
using HogTrace.Tests.Conformance.Reading;

namespace HogTrace.Tests.Conformance.Tiers;

/// <summary>As a host does it: <see cref="ProbeEngine.Execute"/>.</summary>
internal sealed class EngineTier : ITier
{
    public string Name => "engine";

    public ITierProbe Prepare(ProbeEngine engine, HogTraceProbe probe) => new Prepared(engine, probe);

    private sealed class Prepared(ProbeEngine engine, HogTraceProbe probe) : ITierProbe
    {
        public ProbeRun Run(ProbeFrame frame, RequestStore store, int? budget)
        {
            ExecutionResult result = engine.Execute(probe, frame, store);
            IEnumerable<string> captures = Enumerable.Range(0, result.CaptureCount).Select(i => CaseJson.Of(result.GetCapture(i)));
            return new ProbeRun(result.Outcome, [.. captures], result.Fault, result.FuelLeft);
        }
    }
}
