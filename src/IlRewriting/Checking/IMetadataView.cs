using HogTrace.IlRewriting.Signatures;

namespace HogTrace.IlRewriting.Checking;

/// <summary>What the checker must know of the tokens in a body, those of the rewriter included.</summary>
internal interface IMetadataView
{
    /// <summary>
    /// The signature of a method, field, standalone signature or method instantiation, and what it belongs to: a type or,
    /// of an instantiation, the method. Null if there is none.
    /// </summary>
    Member? Member(int token);

    /// <summary>
    /// The signature of a type by its definition, reference or specification; of primitive types their element type. Null if
    /// it isn't known whether it is a value type.
    /// </summary>
    byte[]? Type(int token);

    /// <summary>The type an enum holds; none for other types, and null if it isn't known.</summary>
    ElementType? EnumType(int typeToken);
}

/// <summary>A member's signature and the token of what it belongs to; 0 for nothing.</summary>
internal sealed record Member(byte[] Signature, int Parent);
