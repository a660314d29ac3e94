using HogTrace.Queueing;
using HogTrace.Runtime;

namespace HogTrace;

/// <summary>What a <c>capture</c> or <c>send</c> recorded. Immutable.</summary>
public sealed class CaptureEvent : ProbeEvent
{
    private CaptureEvent(CaptureOrigin origin, IReadOnlyList<CapturedField> fields, DateTimeOffset timestamp)
        : base(origin.Probe, origin.Function, timestamp) => Fields = fields;

    /// <summary>The fields, in order.</summary>
    public IReadOnlyList<CapturedField> Fields { get; }

    /// <summary>The request; null outside one.</summary>
    public string? RequestId { get; private init; }

    /// <summary>Managed id of the thread.</summary>
    public int ThreadId { get; private init; }

    /// <summary>Name of the thread, as it was when the event was delivered; null when it had none.</summary>
    public string? ThreadName { get; private init; }

    /// <summary>W3C trace id; null when no activity is current.</summary>
    public string? TraceId { get; private init; }

    /// <summary>W3C span id; null when no activity is current.</summary>
    public string? SpanId { get; private init; }

    internal static CaptureEvent Create(in EventSlot slot, in EventExtras extras, Thread thread)
    {
        var source = slot.Source!;
        var fields = new FieldList(source.Site.Names, extras.Payload is Value[] many ? many : slot.Values);
        return new CaptureEvent(source.Origin, fields, new DateTimeOffset(slot.UtcTicks, TimeSpan.Zero))
        {
            RequestId = extras.RequestId,
            ThreadId = thread.ManagedThreadId,
            ThreadName = thread.Name,
            TraceId = extras.Activity?.TraceId.ToHexString(),
            SpanId = extras.Activity?.SpanId.ToHexString(),
        };
    }
}
