namespace HogTrace.IlBackend.Typing;

/// <summary>What is known of a value before the code runs.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Type">Of an Object, the class.</param>
/// <param name="Range">Of an Int, its bounds.</param>
/// <param name="IsShort">Of a String, whether it is too short for looking at it to be charged.</param>
internal readonly record struct StaticValue(StaticKind Kind, Type? Type = null, IntRange Range = default, bool IsShort = false)
{
    public static StaticValue None => new(StaticKind.None);

    public static StaticValue Bool => new(StaticKind.Bool);

    public static StaticValue Float => new(StaticKind.Float);

    public static StaticValue String => new(StaticKind.String);

    public static StaticValue ShortString => new(StaticKind.String, IsShort: true);

    public static StaticValue Int(IntRange range) => new(StaticKind.Int, null, range);

    public bool IsNumber => Kind is StaticKind.Int or StaticKind.Float;

    /// <summary>What is known where two paths meet.</summary>
    public static StaticValue Merge(StaticValue a, StaticValue b) =>
        a == b ? a
        : a.Kind == StaticKind.Int && b.Kind == StaticKind.Int ? Int(a.Range.Union(b.Range))
        : a.Kind == StaticKind.String && b.Kind == StaticKind.String ? String
        : default;
}
