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

    internal static CaptureEvent Create(CaptureSource source, ReadOnlySpan<Value> values, long ticks, Thread thread)
    {
        var flow = source.FlowIn(values);
        var activity = flow.Activity;
        return new CaptureEvent(source.Origin, new FieldList(source.Site.Names, source.FieldsIn(values)), new DateTimeOffset(ticks, TimeSpan.Zero))
        {
            RequestId = flow.RequestId,
            ThreadId = thread.ManagedThreadId,
            ThreadName = thread.Name,
            TraceId = activity?.TraceId.ToHexString(),
            SpanId = activity?.SpanId.ToHexString(),
        };
    }
}
