using HogTrace.IlRewriting.Signatures;

namespace HogTrace.IlRewriting.Checking;

/// <summary>Finds the members that instructions name, and the types they have there.</summary>
internal sealed class MemberLookup(IMetadataView metadata, TypeKinds kinds)
{
    private const int MethodSpecTable = 0x2B;
    private const byte FieldMarker = 0x06;

    /// <summary>Null if the token is no method's or call's.</summary>
    public Callee? Method(int token)
    {
        if (metadata.Member(token) is not { } member)
            return null;
        byte[][] ofMethod = [];
        if (token >>> 24 == MethodSpecTable)
        {
            ofMethod = TypeArguments.OfInstantiation(member.Signature);
            if (metadata.Member(member.Parent) is not { } method)
                return null;
            member = method;
        }

        if (MethodSignature.TryParse(member.Signature) is not { } signature)
            return null;
        var arguments = new TypeArguments(OfParent(member.Parent), ofMethod);
        return new Callee(
            signature.HasThis && !signature.IsThisExplicit,
            [.. signature.Parameters.Select(parameter => Kind(parameter, arguments))],
            signature.Return.IsVoid ? null : Kind(signature.Return, arguments),
            kinds.Of(member.Parent));
    }

    /// <summary>A field's type; null if the token is no field's.</summary>
    public StackType? Field(int token)
    {
        if (metadata.Member(token) is not { } member)
            return null;
        var reader = new SignatureReader(member.Signature);
        if (!reader.TryByte(out byte marker) || marker != FieldMarker || !reader.TryType(out var type))
            return null;
        return Kind(type, new TypeArguments(OfParent(member.Parent), []));
    }

    private StackType Kind(TypeSignature type, TypeArguments arguments) =>
        type.IsReference ? new(StackKind.Reference) : kinds.Of(arguments.Substitute(type.Element));

    private byte[][] OfParent(int parent) => metadata.Type(parent) is { } type ? TypeArguments.OfInstance(type) : [];
}
