namespace HogTrace.IlRewriting;

/// <summary>What the rewriter must know of a method; read from metadata by the caller. Blobs are signatures of ECMA-335.</summary>
internal sealed record MethodDescription
{
    /// <summary>The method's signature.</summary>
    public required byte[] Signature { get; init; }

    /// <summary>The signature of the body's locals; null if it has none.</summary>
    public byte[]? LocalSignature { get; init; }

    /// <summary>
    /// The receiver's type, not as a reference: <c>CLASS</c> or <c>VALUETYPE</c> and token; of generic types the
    /// <c>GENERICINST</c> of their own parameters; of primitive types their element type.
    /// </summary>
    public required byte[] DeclaringType { get; init; }

    public bool DeclaringIsValueType { get; init; }

    /// <summary>Whether it is an instance constructor.</summary>
    public bool IsConstructor { get; init; }

    /// <summary>Whether the runtime itself suspends it (implementation flag 0x2000); such a body returns what its task gives.</summary>
    public bool IsRuntimeAsync { get; init; }
}
