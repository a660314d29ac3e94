using System.Diagnostics;

namespace HogTrace.Queueing;

/// <summary>What belongs to an event beside its slot. Empty for captures outside of requests and activities.</summary>
internal struct EventExtras
{
    public string? RequestId;

    public Activity? Activity;

    /// <summary>The values of a capture of more fields than there is room for, or an event that is already made.</summary>
    public object? Payload;

    /// <summary>Lets go of everything. A line that is only read stays with both threads.</summary>
    public void Clear()
    {
        if (RequestId is not null)
            RequestId = null;
        if (Activity is not null)
            Activity = null;
        if (Payload is not null)
            Payload = null;
    }
}
