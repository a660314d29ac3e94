using System.Reflection;
using System.Reflection.Metadata;
using HogTrace.IlRewriting.Signatures;

namespace HogTrace.Tests.Rewriting.Metadata;

/// <summary>What a type is by its name, as far as signatures need to know.</summary>
internal static class TypeNames
{
    private static readonly Dictionary<string, ElementType> s_primitives = new()
    {
        ["Void"] = ElementType.Void,
        ["Boolean"] = ElementType.Boolean,
        ["Char"] = ElementType.Char,
        ["SByte"] = ElementType.Int8,
        ["Byte"] = ElementType.UInt8,
        ["Int16"] = ElementType.Int16,
        ["UInt16"] = ElementType.UInt16,
        ["Int32"] = ElementType.Int32,
        ["UInt32"] = ElementType.UInt32,
        ["Int64"] = ElementType.Int64,
        ["UInt64"] = ElementType.UInt64,
        ["Single"] = ElementType.Float32,
        ["Double"] = ElementType.Float64,
        ["String"] = ElementType.String,
        ["Object"] = ElementType.Object,
        ["IntPtr"] = ElementType.NativeInt,
        ["UIntPtr"] = ElementType.NativeUInt,
        ["TypedReference"] = ElementType.TypedReference,
    };

    public static ElementType Primitive(string? space, string name) =>
        space == "System" && s_primitives.TryGetValue(name, out var element) ? element : ElementType.None;

    /// <summary>The type of this process that a reference means; null if there is none.</summary>
    public static Type? Resolve(MetadataReader metadata, TypeReferenceHandle handle)
    {
        var reference = metadata.GetTypeReference(handle);
        string name = metadata.GetString(reference.Name);
        if (reference.ResolutionScope.Kind == HandleKind.TypeReference)
            return Resolve(metadata, (TypeReferenceHandle)reference.ResolutionScope)?.GetNestedType(name, BindingFlags.Public | BindingFlags.NonPublic);
        if (reference.ResolutionScope.Kind != HandleKind.AssemblyReference)
            return null;
        string assembly = metadata.GetString(metadata.GetAssemblyReference((AssemblyReferenceHandle)reference.ResolutionScope).Name);
        string space = metadata.GetString(reference.Namespace);
        try
        {
            return Assembly.Load(assembly).GetType(space.Length == 0 ? name : $"{space}.{name}");
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    /// <summary>The full name of a type definition or reference; empty for other tokens.</summary>
    public static string FullName(MetadataReader metadata, EntityHandle handle)
    {
        if (handle.IsNil)
            return "";
        if (handle.Kind == HandleKind.TypeReference)
        {
            var reference = metadata.GetTypeReference((TypeReferenceHandle)handle);
            return $"{metadata.GetString(reference.Namespace)}.{metadata.GetString(reference.Name)}";
        }

        if (handle.Kind != HandleKind.TypeDefinition)
            return "";
        var definition = metadata.GetTypeDefinition((TypeDefinitionHandle)handle);
        return $"{metadata.GetString(definition.Namespace)}.{metadata.GetString(definition.Name)}";
    }
}
