namespace HogTrace.Runtime;

/// <summary>Stands where a value was not copied.</summary>
public sealed class CutSnapshot : Snapshot
{
    internal CutSnapshot(CutReason reason, string typeName, string? message = null)
    {
        Reason = reason;
        TypeName = typeName;
        Message = message;
    }

    /// <summary>Why.</summary>
    public CutReason Reason { get; }

    /// <summary>The name of the value's type, as <c>typename</c> gives it.</summary>
    public string TypeName { get; }

    /// <summary>What went wrong; null unless the reason is a fault.</summary>
    public string? Message { get; }
}
