using System.Text;
using HogTrace.IlRewriting;

namespace HogTrace.Profiler.Metadata;

/// <summary>Tokens in one module for what rewritten bodies refer to, each made once. For the worker's thread only.</summary>
internal sealed class ModuleTokens(MetadataEmit emit) : ITokenSource
{
    private const string BridgeName = "HogTrace.Bridge";

    // The bridge's assembly version never moves.
    private const ushort BridgeMajorVersion = 1;

    private readonly Dictionary<TokenKey, int> _made = [];
    private int _bridge;

    public int TypeSpec(ReadOnlySpan<byte> signature)
    {
        var key = new TokenKey(TokenKind.TypeSpecification, 0, "", Text(signature));
        return _made.TryGetValue(key, out int token) ? token : Add(key, emit.DefineTypeSpecification(signature));
    }

    public int StandaloneSignature(ReadOnlySpan<byte> signature)
    {
        var key = new TokenKey(TokenKind.StandaloneSignature, 0, "", Text(signature));
        return _made.TryGetValue(key, out int token) ? token : Add(key, emit.DefineStandaloneSignature(signature));
    }

    public int BridgeType(string name)
    {
        var key = new TokenKey(TokenKind.BridgeType, 0, name, "");
        if (_made.TryGetValue(key, out int token))
            return token;
        if (_bridge == 0)
            _bridge = emit.DefineAssemblyReference(BridgeName, BridgeMajorVersion);
        return Add(key, emit.DefineTypeReference(_bridge, $"{BridgeName}.{name}"));
    }

    public int MemberRef(int parent, string name, ReadOnlySpan<byte> signature)
    {
        var key = new TokenKey(TokenKind.MemberReference, parent, name, Text(signature));
        return _made.TryGetValue(key, out int token) ? token : Add(key, emit.DefineMemberReference(parent, name, signature));
    }

    public int MethodSpec(int method, ReadOnlySpan<byte> instantiation)
    {
        var key = new TokenKey(TokenKind.MethodSpecification, method, "", Text(instantiation));
        return _made.TryGetValue(key, out int token) ? token : Add(key, emit.DefineMethodSpecification(method, instantiation));
    }

    private int Add(TokenKey key, int token)
    {
        _made.Add(key, token);
        return token;
    }

    // One character a byte: something with the equality of its content.
    private static string Text(ReadOnlySpan<byte> bytes) => Encoding.Latin1.GetString(bytes);
}
