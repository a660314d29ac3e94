namespace HogTrace.Diagnostics;

/// <summary>
/// Sums up what the engines of the process count anyway, when somebody asks: a probe's thread has no part in it.
/// What was uninstalled or disposed stays in the sums. Thread safe.
/// </summary>
/// <remarks>
/// The lock is taken before the registry's, never within it. Counts of hits are read while threads hit, some of them
/// without a lock, and can be seen a little low for a moment; no sum is given that is lower than one given before.
/// </remarks>
internal static class LiveEngines
{
    private static readonly Lock s_gate = new();
    private static readonly List<ProbeEngine> s_engines = [];
    private static HitTotals s_endedHits;
    private static HitTotals s_lastHits;
    private static DeliveryStatistics s_endedEvents = new(0, 0, 0, 0, 0);

    /// <summary>Hits of all installed probes so far.</summary>
    public static HitTotals Hits
    {
        get
        {
            lock (s_gate)
            {
                var total = s_endedHits;
                SiteRegistry.Change(_ =>
                {
                    foreach (var engine in s_engines)
                        total += engine.HitTotals;
                });
                return s_lastHits = HitTotals.Max(total, s_lastHits);
            }
        }
    }

    /// <summary>Events of all engines so far.</summary>
    public static DeliveryStatistics Events
    {
        get
        {
            lock (s_gate)
                return s_engines.Aggregate(s_endedEvents, (total, engine) => Sum(total, engine.Delivery));
        }
    }

    /// <summary>Probes that are active now, by tier.</summary>
    public static (long Interpreted, long Compiled) ActiveProbes
    {
        get
        {
            lock (s_gate)
            {
                (long Interpreted, long Compiled) count = default;
                SiteRegistry.Change(_ =>
                {
                    foreach (var tier in s_engines.SelectMany(engine => engine.ActiveProbes))
                    {
                        count.Compiled += tier == ProbeTier.Compiled ? 1 : 0;
                        count.Interpreted += tier == ProbeTier.Interpreted ? 1 : 0;
                    }
                });
                return count;
            }
        }
    }

    public static void Add(ProbeEngine engine)
    {
        if (!Watching.IsPossible)
            return;
        EngineMeter.Start();
        lock (s_gate)
            s_engines.Add(engine);
    }

    /// <summary>An engine is disposed; what runs in flight do after this isn't summed up.</summary>
    public static void End(ProbeEngine engine)
    {
        lock (s_gate)
        {
            if (!s_engines.Remove(engine))
                return;
            SiteRegistry.Change(_ => s_endedHits += engine.HitTotals);
            s_endedEvents = Sum(s_endedEvents, engine.Delivery);
        }
    }

    private static DeliveryStatistics Sum(DeliveryStatistics a, DeliveryStatistics b) => new(
        a.Sent + b.Sent,
        a.Delivered + b.Delivered,
        a.DroppedQueueFull + b.DroppedQueueFull,
        a.DroppedSinkFailed + b.DroppedSinkFailed,
        a.DroppedStopped + b.DroppedStopped);
}
