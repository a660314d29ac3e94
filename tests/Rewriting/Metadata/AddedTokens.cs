using HogTrace.IlRewriting;
using HogTrace.IlRewriting.Checking;
using HogTrace.IlRewriting.Signatures;

namespace HogTrace.Tests.Rewriting.Metadata;

/// <summary>Makes tokens that no assembly has, and knows what they stand for, beside those of an assembly.</summary>
internal sealed class AddedTokens(IMetadataView module) : ITokenSource, IMetadataView
{
    public const int FirstRow = 0x800000;

    private readonly Dictionary<string, int> _tokens = [];
    private readonly List<Row> _rows = [];

    /// <summary>What a token stands for.</summary>
    internal sealed record Row(string Name, byte[] Signature, int Parent);

    public int TypeSpec(ReadOnlySpan<byte> signature) => Add(0x1B, "", signature, 0);

    public int StandaloneSignature(ReadOnlySpan<byte> signature) => Add(0x11, "", signature, 0);

    public int BridgeType(string name) => Add(0x01, name, [], 0);

    public int MemberRef(int parent, string name, ReadOnlySpan<byte> signature) => Add(0x0A, name, signature, parent);

    public int MethodSpec(int method, ReadOnlySpan<byte> instantiation) => Add(0x2B, "", instantiation, method);

    /// <summary>Null if the token is the assembly's.</summary>
    public Row? Find(int token) =>
        (token & 0xFFFFFF) >= FirstRow && (token & 0xFFFFFF) - FirstRow < _rows.Count ? _rows[(token & 0xFFFFFF) - FirstRow] : null;

    public Member? Member(int token) => Find(token) is { } row ? new Member(row.Signature, row.Parent) : module.Member(token);

    public byte[]? Type(int token)
    {
        if (Find(token) is not { } row)
            return module.Type(token);
        if (row.Signature.Length != 0)
            return row.Signature;
        var kind = row.Name == "Hits" ? ElementType.Class : ElementType.ValueType;
        return new SignatureWriter().Element(kind).TypeToken(token).ToArray();
    }

    public ElementType? EnumType(int typeToken) => Find(typeToken) is not null ? ElementType.None : module.EnumType(typeToken);

    private int Add(int table, string name, ReadOnlySpan<byte> signature, int parent)
    {
        string key = $"{table} {name} {parent} {Convert.ToHexString(signature)}";
        if (_tokens.TryGetValue(key, out int token))
            return token;
        token = (table << 24) | (FirstRow + _rows.Count);
        _rows.Add(new Row(name, signature.ToArray(), parent));
        _tokens.Add(key, token);
        return token;
    }
}
