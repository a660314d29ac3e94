namespace HogTrace.IlRewriting;

/// <summary>Makes tokens in the module that a body belongs to. It caches: the runtime makes a new row each time.</summary>
internal interface ITokenSource
{
    int TypeSpec(ReadOnlySpan<byte> signature);

    /// <summary>A signature of locals.</summary>
    int StandaloneSignature(ReadOnlySpan<byte> signature);

    /// <summary>A reference to a type of the bridge by its name without namespace, such as <c>Inputs`2</c>.</summary>
    int BridgeType(string name);

    int MemberRef(int parent, string name, ReadOnlySpan<byte> signature);

    /// <param name="instantiation">The type arguments, as a whole signature that begins with 0x0A.</param>
    int MethodSpec(int method, ReadOnlySpan<byte> instantiation);
}
