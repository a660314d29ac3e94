namespace HogTrace.IlRewriting.Signatures;

/// <summary>A method's signature, or that of a call or function pointer (ECMA-335, II.23.2.1 to 3).</summary>
internal sealed class MethodSignature
{
    public const byte Generic = 0x10;
    public const byte HasThisFlag = 0x20;

    private const byte ExplicitThisFlag = 0x40;
    private const byte ConventionMask = 0x0F;
    private const byte VarArgs = 0x05;

    private byte _convention;

    public required TypeSignature Return { get; init; }

    public required TypeSignature[] Parameters { get; init; }

    public bool HasThis => (_convention & HasThisFlag) != 0;

    /// <summary>Whether the first parameter is the receiver.</summary>
    public bool IsThisExplicit => (_convention & ExplicitThisFlag) != 0;

    public bool IsVarArgs => (_convention & ConventionMask) == VarArgs;

    /// <summary>Null if the bytes are no such signature.</summary>
    public static MethodSignature? TryParse(ReadOnlySpan<byte> signature)
    {
        var reader = new SignatureReader(signature);
        if (!reader.TryCallHeader(out byte convention, out _, out int count) || count > signature.Length)
            return null;
        if (!reader.TryType(out var returned))
            return null;
        var parameters = new TypeSignature[count];
        for (int i = 0; i < count; i++)
        {
            if (reader.Peek == ElementType.Sentinel)
                reader.TryByte(out _);
            if (!reader.TryType(out parameters[i]))
                return null;
        }

        return new MethodSignature { Return = returned, Parameters = parameters, _convention = convention };
    }
}
