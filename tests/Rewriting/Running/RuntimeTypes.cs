using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using HogTrace.Tests.Rewriting.Metadata;

namespace HogTrace.Tests.Rewriting.Running;

/// <summary>Types of this process by their signatures, where a method of certain type arguments names them.</summary>
internal sealed class RuntimeTypes(MethodBase method, AddedTokens tokens) : ISignatureTypeProvider<Type, object?>
{
    private readonly Type[] _ofType = method.DeclaringType!.GetGenericArguments();
    private readonly Type[] _ofMethod = method.IsGenericMethod ? method.GetGenericArguments() : [];

    public unsafe Type Decode(byte[] type)
    {
        fixed (byte* bytes = type)
        {
            var reader = new BlobReader(bytes, type.Length);
            return new SignatureDecoder<Type, object?>(this, null!, null).DecodeType(ref reader);
        }
    }

    public unsafe ImmutableArray<Type> DecodeLocals(byte[] signature)
    {
        fixed (byte* bytes = signature)
        {
            var reader = new BlobReader(bytes, signature.Length);
            return new SignatureDecoder<Type, object?>(this, null!, null).DecodeLocalSignature(ref reader);
        }
    }

    public unsafe ImmutableArray<Type> DecodeInstantiation(byte[] signature)
    {
        fixed (byte* bytes = signature)
        {
            var reader = new BlobReader(bytes, signature.Length);
            return new SignatureDecoder<Type, object?>(this, null!, null).DecodeMethodSpecificationSignature(ref reader);
        }
    }

    /// <summary>What a token of the method's assembly names.</summary>
    public MemberInfo Member(int token) => method.Module.ResolveMember(token, _ofType, _ofMethod)!;

    public static Type Bridge(string name) => typeof(Bridge.Hits).Assembly.GetType($"HogTrace.Bridge.{name}", throwOnError: true)!;

    public Type GetArrayType(Type elementType, ArrayShape shape) => elementType.MakeArrayType(shape.Rank);

    public Type GetByReferenceType(Type elementType) => elementType.MakeByRefType();

    public Type GetFunctionPointerType(MethodSignature<Type> signature) => typeof(nint);

    public Type GetGenericInstantiation(Type genericType, ImmutableArray<Type> typeArguments) => genericType.MakeGenericType([.. typeArguments]);

    public Type GetGenericMethodParameter(object? genericContext, int index) => _ofMethod[index];

    public Type GetGenericTypeParameter(object? genericContext, int index) => _ofType[index];

    public Type GetModifiedType(Type modifier, Type unmodifiedType, bool isRequired) => unmodifiedType;

    public Type GetPinnedType(Type elementType) => elementType;

    public Type GetPointerType(Type elementType) => elementType.MakePointerType();

    public Type GetPrimitiveType(PrimitiveTypeCode typeCode) => Type.GetType($"System.{typeCode}")!;

    public Type GetSZArrayType(Type elementType) => elementType.MakeArrayType();

    public Type GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => Find(handle);

    public Type GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => Find(handle);

    public Type GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) => Find(handle);

    // A definition, where the runtime's own look-up would give an instance of the method's arguments.
    private Type Find(EntityHandle handle)
    {
        int token = MetadataTokens.GetToken(handle);
        return tokens.Find(token) is { } row ? Bridge(row.Name) : method.Module.ResolveType(token);
    }
}
