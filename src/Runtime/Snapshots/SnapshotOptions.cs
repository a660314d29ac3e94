using HogTrace.Bytecode;

namespace HogTrace.Runtime;

/// <summary>How much of an object a capture copies. Immutable.</summary>
public sealed record SnapshotOptions
{
    /// <summary>What holds unless an engine is given others.</summary>
    public static SnapshotOptions Default { get; } = new();

    /// <summary>Levels of objects: 1 copies a captured object but none that it holds. Never more than 16.</summary>
    public int Depth { get; init => field = Math.Clamp(value, 0, Limits.CaptureDepthMax); } = Limits.CaptureDepth;

    /// <summary>Items of a collection.</summary>
    public int Items { get; init => field = Math.Max(value, 0); } = Limits.CaptureItems;

    /// <summary>Members of an object.</summary>
    public int Fields { get; init => field = Math.Max(value, 0); } = Limits.CaptureFields;

    /// <summary>UTF-16 units of a string inside an object.</summary>
    public int NestedStringUnits { get; init => field = Math.Max(value, 0); } = Limits.CaptureNestedStringUnits;

    /// <summary>UTF-16 units of a string that is a captured field itself.</summary>
    public int StringUnits { get; init => field = Math.Max(value, 0); } = Limits.CaptureStringUnits;

    /// <summary>Estimated bytes of an event.</summary>
    public int EventBytes { get; init => field = Math.Max(value, 0); } = Limits.CaptureEventBytes;

    /// <summary>Names whose values are never recorded; an engine sets its own.</summary>
    internal SecretNames Secrets { get; init; } = SecretNames.Default;
}
