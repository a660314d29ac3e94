using System.Diagnostics.Tracing;

namespace HogTrace.Diagnostics;

/// <summary>The events of the provider <c>HogTrace</c>. Ids and payloads are stable: new fields go last, new events get new ids.</summary>
[EventSource(Name = "HogTrace")]
internal sealed class HogTraceEventSource : EventSource
{
    public static readonly HogTraceEventSource Log = new();

    [Event(1, Level = EventLevel.Informational, Keywords = Keywords.Installing)]
    public void ProgramInstalled(string program, int probes) => WriteEvent(1, program, probes);

    [Event(2, Level = EventLevel.Informational, Keywords = Keywords.Installing)]
    public void ProgramUninstalled(string program) => WriteEvent(2, program);

    [Event(3, Level = EventLevel.Informational, Keywords = Keywords.Installing)]
    public void ProbeBound(string program, string probe, string site) => WriteEvent(3, program, probe, site);

    [Event(4, Level = EventLevel.Warning, Keywords = Keywords.Installing)]
    public void ProbeNotBound(string program, string probe, string site, string reason) =>
        WriteEvent(4, [program, probe, site, reason]);

    [Event(5, Level = EventLevel.Informational, Keywords = Keywords.Tiers)]
    public void ProbeCompiled(string program, string probe, string site, string part, double microseconds, int operations) =>
        WriteEvent(5, [program, probe, site, part, microseconds, operations]);

    [Event(6, Level = EventLevel.Informational, Keywords = Keywords.Tiers)]
    public void ProbeDeoptimized(string program, string probe, string site, string part) =>
        WriteEvent(6, [program, probe, site, part]);

    [Event(7, Level = EventLevel.Warning, Keywords = Keywords.Faults)]
    public void ProbeSwitchedOff(string program, string probe, string reason) => WriteEvent(7, program, probe, reason);

    [Event(8, Level = EventLevel.Warning, Keywords = Keywords.Faults)]
    public void ProbeFaulted(
        string program, string probe, string site, string kind, int line, int column, string message, long unreported) =>
        WriteEvent(8, [program, probe, site, kind, line, column, message, unreported]);

    [Event(9, Level = EventLevel.Warning, Keywords = Keywords.Delivery)]
    public void EventsDropped(string reason, long count) => WriteEvent(9, [reason, count]);

    /// <summary>What can be listened to alone.</summary>
    public static class Keywords
    {
        public const EventKeywords Installing = (EventKeywords)0x1;
        public const EventKeywords Tiers = (EventKeywords)0x2;
        public const EventKeywords Faults = (EventKeywords)0x4;
        public const EventKeywords Delivery = (EventKeywords)0x8;
    }
}
