namespace HogTrace.Installing;

/// <summary>Whether compiled code of a probe may capture without anybody being told.</summary>
internal enum CaptureGate
{
    /// <summary>No: nobody knows yet that it does.</summary>
    Closed,

    /// <summary>Yes.</summary>
    Open,

    /// <summary>No: the next capture is to be timed, for <see cref="InstalledProbe.CaptureInterval"/> that went by.</summary>
    Sampled,

    /// <summary>No: a thread asks the code what it decides, and nothing may come of it.</summary>
    Measured,
}
