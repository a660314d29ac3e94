using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using HogTrace.IlRewriting.Checking;
using HogTrace.IlRewriting.Signatures;

namespace HogTrace.Tests.Rewriting.Metadata;

/// <summary>The metadata of an assembly's file as the checker asks for it.</summary>
internal sealed class ModuleView(MetadataReader metadata) : IMetadataView
{
    private readonly bool _isCore = metadata.GetString(metadata.GetAssemblyDefinition().Name) == "System.Private.CoreLib";
    private readonly Dictionary<int, byte[]?> _types = [];
    private readonly Dictionary<int, ElementType?> _enums = [];

    public Member? Member(int token)
    {
        var handle = MetadataTokens.EntityHandle(token);
        switch (handle.Kind)
        {
            case HandleKind.MethodDefinition:
                var method = metadata.GetMethodDefinition((MethodDefinitionHandle)handle);
                return new(metadata.GetBlobBytes(method.Signature), MetadataTokens.GetToken(method.GetDeclaringType()));
            case HandleKind.FieldDefinition:
                var field = metadata.GetFieldDefinition((FieldDefinitionHandle)handle);
                return new(metadata.GetBlobBytes(field.Signature), MetadataTokens.GetToken(field.GetDeclaringType()));
            case HandleKind.MemberReference:
                var reference = metadata.GetMemberReference((MemberReferenceHandle)handle);
                return new(metadata.GetBlobBytes(reference.Signature), MetadataTokens.GetToken(reference.Parent));
            case HandleKind.MethodSpecification:
                var instance = metadata.GetMethodSpecification((MethodSpecificationHandle)handle);
                return new(metadata.GetBlobBytes(instance.Signature), MetadataTokens.GetToken(instance.Method));
            case HandleKind.StandaloneSignature:
                var signature = metadata.GetStandaloneSignature((StandaloneSignatureHandle)handle);
                return new(metadata.GetBlobBytes(signature.Signature), 0);
            default:
                return null;
        }
    }

    public byte[]? Type(int token)
    {
        if (!_types.TryGetValue(token, out byte[]? type))
            _types[token] = type = FindType(MetadataTokens.EntityHandle(token));
        return type;
    }

    public ElementType? EnumType(int typeToken)
    {
        if (!_enums.TryGetValue(typeToken, out var type))
            _enums[typeToken] = type = FindEnumType(MetadataTokens.EntityHandle(typeToken));
        return type;
    }

    public bool IsValueType(TypeDefinitionHandle handle)
    {
        string parent = TypeNames.FullName(metadata, metadata.GetTypeDefinition(handle).BaseType);
        return parent == "System.Enum" || (parent == "System.ValueType" && TypeNames.FullName(metadata, handle) != "System.Enum");
    }

    /// <summary>A type as its own methods know it: of its own parameters.</summary>
    public byte[] OwnType(TypeDefinitionHandle handle)
    {
        int token = MetadataTokens.GetToken(handle);
        int parameters = metadata.GetTypeDefinition(handle).GetGenericParameters().Count;
        if (parameters == 0)
            return Type(token)!;
        var arguments = Enumerable.Range(0, parameters)
            .Select(number => new SignatureWriter().Element(ElementType.TypeParameter).Number(number).ToArray());
        var kind = IsValueType(handle) ? ElementType.ValueType : ElementType.Class;
        return new SignatureWriter().Instance(kind, token, [.. arguments]).ToArray();
    }

    private byte[]? FindType(EntityHandle handle)
    {
        switch (handle.Kind)
        {
            case HandleKind.TypeSpecification:
                return metadata.GetBlobBytes(metadata.GetTypeSpecification((TypeSpecificationHandle)handle).Signature);
            case HandleKind.TypeDefinition:
                var definition = metadata.GetTypeDefinition((TypeDefinitionHandle)handle);
                var own = _isCore && !definition.IsNested
                    ? TypeNames.Primitive(metadata.GetString(definition.Namespace), metadata.GetString(definition.Name))
                    : ElementType.None;
                return Named(own, IsValueType((TypeDefinitionHandle)handle), handle);
            case HandleKind.TypeReference when TypeNames.Resolve(metadata, (TypeReferenceHandle)handle) is { } type:
                var primitive = type.IsNested ? ElementType.None : TypeNames.Primitive(type.Namespace, type.Name);
                return Named(primitive, type.IsValueType, handle);
            default:
                return null;
        }
    }

    private static byte[] Named(ElementType primitive, bool isValueType, EntityHandle handle) =>
        primitive != ElementType.None
            ? [(byte)primitive]
            : new SignatureWriter().Element(isValueType ? ElementType.ValueType : ElementType.Class).TypeToken(MetadataTokens.GetToken(handle)).ToArray();

    private ElementType? FindEnumType(EntityHandle handle)
    {
        if (handle.Kind == HandleKind.TypeReference)
        {
            var type = TypeNames.Resolve(metadata, (TypeReferenceHandle)handle);
            return type is null ? null : !type.IsEnum ? ElementType.None : TypeNames.Primitive("System", type.GetEnumUnderlyingType().Name);
        }

        var definition = metadata.GetTypeDefinition((TypeDefinitionHandle)handle);
        if (TypeNames.FullName(metadata, definition.BaseType) != "System.Enum")
            return ElementType.None;
        return definition.GetFields().Select(metadata.GetFieldDefinition)
            .Where(field => (field.Attributes & System.Reflection.FieldAttributes.Static) == 0)
            .Select(field => (ElementType)metadata.GetBlobBytes(field.Signature)[1]).Single();
    }
}
