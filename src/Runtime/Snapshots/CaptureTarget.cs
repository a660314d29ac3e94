namespace HogTrace.Runtime;

/// <summary>Where the captures of an installed probe go, at the moment they are made.</summary>
internal abstract class CaptureTarget
{
    /// <summary>
    /// Sends what a capture recorded: a value for each name of the site, nothing of the host among them. Never blocks
    /// and never throws; the values are the caller's again when it returns.
    /// </summary>
    public abstract void Send(CaptureSite site, scoped ReadOnlySpan<Value> values);
}
