namespace HogTrace.Profiler.Metadata;

/// <summary>What a token that was made stands for.</summary>
internal enum TokenKind
{
    TypeSpecification,
    StandaloneSignature,
    BridgeType,
    MemberReference,
    MethodSpecification,
}
