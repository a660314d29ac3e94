using HogTrace.IlRewriting.Checking;
using HogTrace.IlRewriting.Signatures;

namespace HogTrace.Tests.Rewriting.Metadata;

/// <summary>An assembly that defines a few methods, by their tokens' last digits, and nothing else.</summary>
internal sealed class NoMetadata : IMetadataView
{
    private static readonly Dictionary<int, byte[]> s_methods = new()
    {
        [0x06000001] = [0x00, 0x00, 0x01], // void ()
        [0x06000002] = [0x00, 0x01, 0x08, 0x0E], // int (string)
        [0x06000003] = [0x20, 0x01, 0x0A, 0x08], // instance long (int)
        [0x06000004] = [0x10, 0x01, 0x01, 0x1E, 0x00, 0x10, 0x1E, 0x00], // T <T>(ref T)
        [0x2B000001] = [0x0A, 0x01, 0x0D], // the last, of double
        [0x2B000002] = [0x0A, 0x01, 0x11, 0x09], // the last, of a struct
        [0x04000001] = [0x06, 0x0C], // float
    };

    public Member? Member(int token) =>
        s_methods.TryGetValue(token, out byte[]? signature) ? new Member(signature, token >>> 24 == 0x2B ? 0x06000004 : 0x02000001) : null;

    public byte[]? Type(int token) => token == 0x02000001 ? [(byte)ElementType.Class, 4] : null;

    public ElementType? EnumType(int typeToken) => ElementType.None;
}
