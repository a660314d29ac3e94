using System.Collections.Concurrent;
using System.Diagnostics.Tracing;

namespace HogTrace.Tests.Unit.Diagnostics;

/// <summary>Listens to the events whose payload mentions a name.</summary>
internal sealed class Heard(string name) : EventListener
{
    private readonly ConcurrentQueue<EventWrittenEventArgs> _events = new();

    /// <summary>What was heard of the kind, once there is some.</summary>
    public EventWrittenEventArgs Wait(string kind)
    {
        EventWrittenEventArgs? found = null;
        SpinWait.SpinUntil(() => (found = _events.FirstOrDefault(item => item.EventName == kind)) is not null, TimeSpan.FromSeconds(30));
        return found ?? throw new TimeoutException($"no {kind}; heard were {string.Join(", ", _events.Select(item => item.EventName))}");
    }

    public IReadOnlyList<EventWrittenEventArgs> All(string kind) => [.. _events.Where(item => item.EventName == kind)];

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == "HogTrace")
            EnableEvents(eventSource, EventLevel.Verbose);
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (eventData.EventName == "EventsDropped" || eventData.Payload!.Any(item => item is string text && text.Contains(name, StringComparison.Ordinal)))
            _events.Enqueue(eventData);
    }
}
