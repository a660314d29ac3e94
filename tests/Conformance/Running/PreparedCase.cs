using HogTrace.Bytecode;
using HogTrace.Runtime;
using HogTrace.Tests.Conformance.Reading;
using HogTrace.Tests.Conformance.Tiers;

namespace HogTrace.Tests.Conformance.Running;

/// <summary>A case made ready to run on one tier, any number of times; host objects and stores are new for each.</summary>
internal sealed class PreparedCase : IDisposable
{
    private readonly ConformanceCase _case;
    private readonly ProbeEngine _engine;
    private readonly List<(HogTraceProbe Probe, ITierProbe Prepared)> _probes = [];

    public PreparedCase(ConformanceCase item, Way way, ITier tier)
    {
        _case = item;
        _engine = new ProbeEngine(item.Options.Engine);
        foreach (HogTraceProbe probe in way.Program.Probes)
            _probes.Add((probe, tier.Prepare(_engine, probe)));
    }

    public CaseRun Run(int? budget = null)
    {
        var stores = new SortedDictionary<string, RequestStore>(StringComparer.Ordinal);
        var frames = new List<IReadOnlyList<ProbeRun>>();
        foreach (CaseFrame frame in _case.Frames)
        {
            if (!stores.TryGetValue(frame.Request, out RequestStore? store))
                stores.Add(frame.Request, store = new RequestStore(frame.Request));
            ProbePoint point = frame.IsExit ? ProbePoint.Exit : ProbePoint.Entry;
            frames.Add(
            [
                .. _probes.Where(probe => probe.Probe.Matches(frame.Function, point))
                    .Select(probe => probe.Prepared.Run(frame.Read(), store, budget)),
            ]);
        }

        return new CaseRun(frames, stores.ToDictionary(pair => pair.Key, pair => CaseRun.StoreText(pair.Value)));
    }

    public void Dispose()
    {
        foreach (var (_, prepared) in _probes)
            prepared.Dispose();
        _engine.Dispose();
    }
}
