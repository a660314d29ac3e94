using System.Diagnostics.Metrics;

namespace HogTrace.Diagnostics;

/// <summary>
/// The instruments of the meter <c>HogTrace</c>. All but one are observable and read counters that exist; the one is
/// recorded from a thread of its own.
/// </summary>
internal static class EngineMeter
{
    public const string Name = "HogTrace";

    private static readonly Meter s_meter = new(Name, typeof(EngineMeter).Assembly.GetName().Version?.ToString(3));
    private static readonly Histogram<double>? s_compileDuration = MakeAll();

    /// <summary>Makes the instruments known, unless they are.</summary>
    public static void Start() => GC.KeepAlive(s_compileDuration);

    public static void RecordCompilation(TimeSpan time)
    {
        // Elsewhere: the thread that compiles may be the host's, under the registry's lock.
        if (Watching.IsPossible && s_compileDuration is { Enabled: true } duration)
            Announcements.Post(() => duration.Record(time.TotalMilliseconds));
    }

    private static Histogram<double>? MakeAll()
    {
        Count("hogtrace.probe.hits", "{hit}", "Hits of installed probes.", () => LiveEngines.Hits.Hits);
        Count("hogtrace.probe.fired", "{hit}", "Hits whose body ran to its end.", () => LiveEngines.Hits.Fired);
        Count("hogtrace.probe.captures", "{capture}", "Events captured by installed probes.", () => LiveEngines.Hits.Captures);
        CountMany("hogtrace.probe.faults", "{fault}", "Faults of installed probes.", Faults);
        Count("hogtrace.probe.switched_off", "{probe}", "Probes that the circuit breaker switched off.", () => ProcessCounts.SwitchedOff);
        CountMany("hogtrace.events.dropped", "{event}", "Events that didn't reach every sink.", Dropped);
        Count("hogtrace.tier_ups", "{compilation}", "Compiled forms made of predicates, bodies and sites' code.", () => ProcessCounts.TierUps);
        Count("hogtrace.deoptimizations", "{deoptimization}", "Compiled forms given up because their guards failed too often.", () => ProcessCounts.Deoptimizations);
        Make(() => s_meter.CreateObservableUpDownCounter("hogtrace.probe.active", Active, "{probe}", "Installed probes that are not switched off."));
        return Make(() => s_meter.CreateHistogram<double>("hogtrace.compile.duration", "ms", "Time that making one compiled form took."));
    }

    private static void Count(string name, string unit, string description, Func<long> read) =>
        Make(() => s_meter.CreateObservableCounter(name, read, unit, description));

    private static void CountMany(string name, string unit, string description, Func<IEnumerable<Measurement<long>>> read) =>
        Make(() => s_meter.CreateObservableCounter(name, read, unit, description));

    private static IEnumerable<Measurement<long>> Faults() =>
        ProcessCounts.Faults.Counts.Select(count => new Measurement<long>(count.Value, Tag("fault.kind", count.Key.ToString())));

    private static Measurement<long>[] Dropped()
    {
        var events = LiveEngines.Events;
        return
        [
            new(events.DroppedQueueFull, Tag("reason", DropReason.QueueFull)),
            new(events.DroppedSinkFailed, Tag("reason", DropReason.SinkFailed)),
            new(events.DroppedStopped, Tag("reason", DropReason.Stopped)),
        ];
    }

    private static Measurement<long>[] Active()
    {
        var (interpreted, compiled) = LiveEngines.ActiveProbes;
        return [new(interpreted, Tag("tier", "interpreted")), new(compiled, Tag("tier", "compiled"))];
    }

    private static KeyValuePair<string, object?> Tag(string name, string value) => KeyValuePair.Create<string, object?>(name, value);

    // A listener is asked at once whether it wants the instrument, and may throw: an engine is made all the same.
    private static T? Make<T>(Func<T> make)
        where T : Instrument
    {
        try
        {
            return make();
        }
#pragma warning disable CA1031 // A listener is code of the host; its failure goes no further.
        catch (Exception)
#pragma warning restore CA1031
        {
            return null;
        }
    }
}
