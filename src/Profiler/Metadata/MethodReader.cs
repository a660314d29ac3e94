using System.Reflection;
using HogTrace.IlRewriting;
using HogTrace.IlRewriting.Bodies;
using HogTrace.IlRewriting.Signatures;
using HogTrace.Profiler.Com;

namespace HogTrace.Profiler.Metadata;

/// <summary>Reads what the rewriter must know of a method.</summary>
internal sealed class MethodReader(MetadataImport import)
{
    private const string ConstructorName = ".ctor";
    private const string ValueTypeName = "System.ValueType";
    private const string EnumName = "System.Enum";

    // The upper byte of tokens, cor.h's CorTokenType.
    private const int TableShift = 24;
    private const int TypeReferenceTable = 0x01;
    private const int TypeDefinitionTable = 0x02;

    /// <returns>An HRESULT.</returns>
    public int Read(int token, ReadOnlySpan<byte> body, out MethodDescription? method)
    {
        method = null;
        int result = import.GetMethod(token, out var row);
        if (HResult.Failed(result) || HResult.Failed(result = ReadLocals(body, out byte[]? locals)))
            return result;
        if (HResult.Failed(result = ReadDeclaringType(row.DeclaringType, out byte[] type, out bool isValueType)))
            return result;
        method = new MethodDescription
        {
            Signature = row.Signature,
            LocalSignature = locals,
            DeclaringType = type,
            DeclaringIsValueType = isValueType,
            IsConstructor = row.Name == ConstructorName,
            IsRuntimeAsync = (row.Implementation & (int)MethodImplAttributes.Async) != 0,
        };
        return HResult.Ok;
    }

    // A body whose header can't be read is the rewriter's to decline.
    private int ReadLocals(ReadOnlySpan<byte> body, out byte[]? locals)
    {
        locals = null;
        return BodyHeader.TryRead(body, out var header) && header.LocalSignatureToken != 0
            ? import.GetSignature(header.LocalSignatureToken, out locals)
            : HResult.Ok;
    }

    private int ReadDeclaringType(int token, out byte[] type, out bool isValueType)
    {
        (type, isValueType) = ([], false);
        int result = import.GetTypeDefinition(token, out string name, out int baseType);
        if (HResult.Failed(result) || HResult.Failed(result = import.CountTypeParameters(token, out int count)))
            return result;
        string baseName = NameOf(baseType);

        // Enum derives from ValueType, but is a class.
        isValueType = baseName == EnumName || (baseName == ValueTypeName && name != EnumName);
        bool isCoreLibrary = baseType >> TableShift == TypeDefinitionTable;
        type = isValueType && isCoreLibrary && PrimitiveTypes.TryGet(name, out var primitive)
            ? new SignatureWriter().Element(primitive).ToArray()
            : WriteType(token, isValueType ? ElementType.ValueType : ElementType.Class, count);
        return HResult.Ok;
    }

    private static byte[] WriteType(int token, ElementType kind, int parameterCount)
    {
        if (parameterCount == 0)
            return new SignatureWriter().Element(kind).TypeToken(token).ToArray();
        var parameters = new byte[parameterCount][];
        for (int i = 0; i < parameterCount; i++)
            parameters[i] = new SignatureWriter().Element(ElementType.TypeParameter).Number(i).ToArray();
        return new SignatureWriter().Instance(kind, token, parameters).ToArray();
    }

    // A base that is an instantiation of a generic class is no value type's.
    private string NameOf(int type)
    {
        string name = "";
        if (type >> TableShift == TypeReferenceTable)
            import.GetTypeReference(type, out name);
        else if (type >> TableShift == TypeDefinitionTable)
            import.GetTypeDefinition(type, out name, out _);
        return name;
    }
}
