using System.Reflection;

namespace HogTrace.Runtime;

/// <summary>How a value is laid out, for tiers that write code over it.</summary>
internal static class ValueLayout
{
    /// <summary>The reference word: null, a marker, the string or the object.</summary>
    public static FieldInfo Reference { get; } = Field("_reference");

    /// <summary>The bits of an Int, Float or Bool.</summary>
    public static FieldInfo Bits { get; } = Field("_bits");

    /// <summary>The type whose type object marks a Bool.</summary>
    public static Type BoolMarker { get; } = Marker("BoolTag");

    /// <summary>The type whose type object marks an Int.</summary>
    public static Type IntMarker { get; } = Marker("IntTag");

    /// <summary>The type whose type object marks a Float.</summary>
    public static Type FloatMarker { get; } = Marker("FloatTag");

    private static FieldInfo Field(string name) =>
        typeof(Value).GetField(name, BindingFlags.Instance | BindingFlags.NonPublic)!;

    private static Type Marker(string name) => typeof(Value).GetNestedType(name, BindingFlags.NonPublic)!;
}
