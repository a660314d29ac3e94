using System.Diagnostics;
using HogTrace.Runtime;

namespace HogTrace;

/// <summary>What a <c>capture</c> or <c>send</c> recorded. Immutable.</summary>
public sealed class CaptureEvent : ProbeEvent
{
    private CaptureEvent(HogTraceProbe probe, string function, IReadOnlyList<CapturedField> fields)
        : base(probe, function) => Fields = fields;

    /// <summary>The fields, in order.</summary>
    public IReadOnlyList<CapturedField> Fields { get; }

    /// <summary>The request; null outside one.</summary>
    public string? RequestId { get; private init; }

    /// <summary>Managed id of the thread.</summary>
    public int ThreadId { get; private init; }

    /// <summary>Name of the thread; null when it has none.</summary>
    public string? ThreadName { get; private init; }

    /// <summary>W3C trace id; null when no activity is current.</summary>
    public string? TraceId { get; private init; }

    /// <summary>W3C span id; null when no activity is current.</summary>
    public string? SpanId { get; private init; }

    internal static CaptureEvent Create(
        HogTraceProbe probe, string function, IReadOnlyList<CapturedField> fields, string? requestId)
    {
        var activity = Activity.Current is { IdFormat: ActivityIdFormat.W3C } current ? current : null;
        var thread = Thread.CurrentThread;
        return new CaptureEvent(probe, function, fields)
        {
            RequestId = requestId,
            ThreadId = thread.ManagedThreadId,
            ThreadName = thread.Name,
            TraceId = activity?.TraceId.ToHexString(),
            SpanId = activity?.SpanId.ToHexString(),
        };
    }
}
