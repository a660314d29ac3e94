using System.Runtime.InteropServices;

namespace HogTrace.Runtime;

/// <summary>Records a capture call's fields into the run.</summary>
internal static class CaptureRecorder
{
    private const int CaptureBytes = 64;
    private const int FieldBytes = 24;

    /// <summary>
    /// Copies the values, one for each name of the site in order, and appends a capture to the run; nothing is
    /// appended on a fault.
    /// </summary>
    public static FaultKind Record(CaptureSite site, scoped ReadOnlySpan<Value> values, ref RunContext run)
    {
        if (run.Captures is { } made && made.Count >= run.Host.Limits.Captures)
            return run.Fail(FaultKind.LimitExceeded, $"the run captures more than {run.Host.Limits.Captures} times");
        FaultKind fault = run.TryAllocate(CaptureBytes + (site.Names.Length * FieldBytes));
        if (fault != FaultKind.None)
            return fault;

        var fields = new CapturedField[site.Names.Length];
        var snapshotter = new Snapshotter(run.Host);
        for (int i = 0; i < fields.Length; i++)
        {
            string name = site.Names[i];
            Value value = site.Secret[i] ? Value.FromString(SecretNames.Redacted) : values[i];
            fault = snapshotter.Take(value, name, ref run, out Value copy);
            if (fault != FaultKind.None)
                return fault;
            fields[i] = new CapturedField(name, copy);
        }

        (run.Captures ??= []).Add(new Capture(ImmutableCollectionsMarshal.AsImmutableArray(fields)));
        return FaultKind.None;
    }
}
