namespace HogTrace.Runtime;

/// <summary>Records a capture call's fields into the run.</summary>
internal static class CaptureRecorder
{
    /// <summary>Copies the values, one for each name of the site in order, and appends a capture to the run; nothing is appended on a fault.</summary>
    public static FaultKind Record(CaptureSite site, ReadOnlySpan<Value> values, ref RunContext run)
    {
        if (run.Captures is { } made && made.Count >= run.Host.Limits.Captures)
            return run.Fail(FaultKind.LimitExceeded, $"the run captures more than {run.Host.Limits.Captures} times");
        var fields = new CapturedField[site.Names.Length];
        for (int i = 0; i < fields.Length; i++)
            fields[i] = new CapturedField(site.Names[i], values[i]);
        (run.Captures ??= []).Add(new Capture([.. fields]));
        return FaultKind.None;
    }
}
