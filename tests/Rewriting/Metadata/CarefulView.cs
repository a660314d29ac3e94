using HogTrace.IlRewriting.Checking;
using HogTrace.IlRewriting.Signatures;

namespace HogTrace.Tests.Rewriting.Metadata;

/// <summary>Knows nothing of tokens that are not there, where the metadata's reader throws.</summary>
internal sealed class CarefulView(IMetadataView metadata) : IMetadataView
{
    public Member? Member(int token) => Try(() => metadata.Member(token));

    public byte[]? Type(int token) => Try(() => metadata.Type(token));

    public ElementType? EnumType(int typeToken) => Try(() => metadata.EnumType(typeToken));

    private static T? Try<T>(Func<T> find)
    {
        try
        {
            return find();
        }
        catch (Exception exception) when (exception is BadImageFormatException or ArgumentException or InvalidCastException)
        {
            return default;
        }
    }
}
