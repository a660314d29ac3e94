using System.Collections.Frozen;
using HogTrace.IlRewriting.Signatures;

namespace HogTrace.Profiler.Metadata;

/// <summary>Value types that signatures write as one byte (ECMA-335, II.23.1.16); the core library defines them.</summary>
internal static class PrimitiveTypes
{
    private static readonly FrozenDictionary<string, ElementType> s_elements = new Dictionary<string, ElementType>
    {
        ["System.Boolean"] = ElementType.Boolean,
        ["System.Char"] = ElementType.Char,
        ["System.SByte"] = ElementType.Int8,
        ["System.Byte"] = ElementType.UInt8,
        ["System.Int16"] = ElementType.Int16,
        ["System.UInt16"] = ElementType.UInt16,
        ["System.Int32"] = ElementType.Int32,
        ["System.UInt32"] = ElementType.UInt32,
        ["System.Int64"] = ElementType.Int64,
        ["System.UInt64"] = ElementType.UInt64,
        ["System.Single"] = ElementType.Float32,
        ["System.Double"] = ElementType.Float64,
        ["System.IntPtr"] = ElementType.NativeInt,
        ["System.UIntPtr"] = ElementType.NativeUInt,
    }.ToFrozenDictionary();

    public static bool TryGet(string name, out ElementType element) => s_elements.TryGetValue(name, out element);
}
