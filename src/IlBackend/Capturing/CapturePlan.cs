using HogTrace.Bytecode;
using HogTrace.Runtime;

namespace HogTrace.IlBackend.Capturing;

/// <summary>
/// A body that is one capture, and what its values may be for it to be recorded as they are: see
/// <see cref="CaptureRecorder"/>, which decides the same for each run.
/// </summary>
internal sealed class CapturePlan
{
    private CapturePlan(TranslatedCode body, Operation capture, SnapshotOptions snapshots)
    {
        Body = body;
        Capture = capture;
        LongestString = snapshots.StringUnits;
        Room = CaptureRecorder.RoomFor(capture.CaptureSite!, snapshots);
    }

    public TranslatedCode Body { get; }

    /// <summary>The last operation but one.</summary>
    public Operation Capture { get; }

    public CaptureSite Site => Capture.CaptureSite!;

    /// <summary>UTF-16 units of the longest string that isn't cut.</summary>
    public int LongestString { get; }

    /// <summary>Bytes that the event has room for beside its names; what it holds has to be less.</summary>
    public int Room { get; }

    /// <summary>
    /// The plan of a body; null when it isn't one capture, or when one may have to be refused, redacted or charged for by
    /// the run.
    /// </summary>
    /// <param name="predicate">What runs before; null for nothing.</param>
    /// <param name="body">The body.</param>
    /// <param name="host">The limits.</param>
    public static CapturePlan? Of(TranslatedCode? predicate, TranslatedCode body, RunHost host)
    {
        if (body.Operations is not [.. var before, { Code: OperationCode.Capture } capture, { Code: OperationCode.Return }]
            || before.Any(operation => operation.Code == OperationCode.Capture)
            || body.Operations.Length > Limits.CompiledOperations
            || capture.CaptureSite!.HasSecrets)
            return null;
        // A value as it is costs one unit of fuel, and nothing else that the run does is charged for.
        int cost = (predicate?.MaxCost ?? 0) + body.MaxCost + capture.Count;
        return cost <= host.Budget && CaptureRecorder.IsWithinLimits(capture.CaptureSite, host.Limits)
            ? new CapturePlan(body, capture, host.Snapshots)
            : null;
    }
}
