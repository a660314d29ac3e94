using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace HogTrace.Runtime;

/// <summary>Records a capture call's fields: sends them to the run's target, or keeps them in the run that has none.</summary>
internal static class CaptureRecorder
{
    private const int CaptureBytes = 64;
    private const int FieldBytes = 24;
    private const int FieldsOnStack = 8;

    /// <summary>Copies the values, one for each name of the site in order, and records them; on a fault, none.</summary>
    public static FaultKind Record(CaptureSite site, scoped ReadOnlySpan<Value> values, ref RunContext run)
    {
        if (run.CaptureCount >= run.Host.Limits.Captures)
            return run.Fail(FaultKind.LimitExceeded, $"the run captures more than {run.Host.Limits.Captures} times");
        FaultKind fault = run.TryAllocate(CaptureBytes + (site.Names.Length * FieldBytes));
        if (fault != FaultKind.None)
            return fault;
        if (TryRecordAsIs(site, values, ref run))
            return FaultKind.None;
        return site.Names.Length <= FieldsOnStack ? RecordCopies(site, values, ref run) : RecordMany(site, values, ref run);
    }

    /// <summary>Whether a run that has captured nothing so far may record a capture.</summary>
    public static bool IsWithinLimits(CaptureSite site, RunLimits limits) =>
        limits.Captures >= 1 && CaptureBytes + (site.Names.Length * FieldBytes) <= limits.AllocationBytes;

    /// <summary>Bytes that an event has room for beside the names of its fields.</summary>
    public static int RoomFor(CaptureSite site, SnapshotOptions options) =>
        options.EventBytes - site.NameUnits - (site.Names.Length * Snapshotter.FrameBytes);

    /// <summary>
    /// Where no value has to be copied, cut or redacted; it charges what a <see cref="Snapshotter"/> would. False, with
    /// nothing done, for everything else.
    /// </summary>
    private static bool TryRecordAsIs(CaptureSite site, scoped ReadOnlySpan<Value> values, ref RunContext run)
    {
        if (site.HasSecrets)
            return false;
        SnapshotOptions options = run.Host.Snapshots;
        int bytesLeft = RoomFor(site, options);
        for (int i = 0; i < values.Length; i++)
        {
            if (values[i].StringOrNull is { } text)
            {
                if (text.Length > options.StringUnits)
                    return false;
                bytesLeft -= text.Length + Snapshotter.FrameBytes;
            }
            else if (values[i].IsObject)
            {
                return false;
            }
            else
            {
                bytesLeft -= Snapshotter.ScalarBytes;
            }

            if (bytesLeft <= 0)
                return false;
        }

        if (values.Length > run.FuelLeft)
            return false;
        run.Touched += values.Length;
        Add(site, values, ref run);
        return true;
    }

    private static FaultKind RecordCopies(CaptureSite site, scoped ReadOnlySpan<Value> values, ref RunContext run)
    {
        Copies copies = default;
        return Copy(site, values, copies, ref run);
    }

    private static FaultKind RecordMany(CaptureSite site, scoped ReadOnlySpan<Value> values, ref RunContext run) =>
        Copy(site, values, new Value[site.Names.Length], ref run);

    private static FaultKind Copy(
        CaptureSite site, scoped ReadOnlySpan<Value> values, scoped Span<Value> copies, ref RunContext run)
    {
        copies = copies[..site.Names.Length];
        var snapshotter = new Snapshotter(run.Host);
        for (int i = 0; i < copies.Length; i++)
        {
            Value value = site.Secret[i] ? Value.FromString(SecretNames.Redacted) : values[i];
            FaultKind fault = snapshotter.Take(value, site.Names[i], ref run, out copies[i]);
            if (fault != FaultKind.None)
                return fault;
        }

        Add(site, copies, ref run);
        return FaultKind.None;
    }

    private static void Add(CaptureSite site, scoped ReadOnlySpan<Value> values, ref RunContext run)
    {
        run.CaptureCount++;
        // What host code does that a probe calls is the tracer's doing, not the program's: nothing of it is sent.
        if (run.Target is { } target && !run.IsNested)
            target.Send(site, values);
        else
            Keep(site, values, ref run);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Keep(CaptureSite site, scoped ReadOnlySpan<Value> values, ref RunContext run)
    {
        var fields = new CapturedField[values.Length];
        for (int i = 0; i < fields.Length; i++)
            fields[i] = new CapturedField(site.Names[i], values[i]);
        (run.Captures ??= []).Add(new Capture(ImmutableCollectionsMarshal.AsImmutableArray(fields)));
    }

    [InlineArray(FieldsOnStack)]
    private struct Copies
    {
        private Value _first;
    }
}
