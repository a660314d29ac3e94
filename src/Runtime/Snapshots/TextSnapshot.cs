namespace HogTrace.Runtime;

/// <summary>The beginning of a string that was too long.</summary>
public sealed class TextSnapshot : Snapshot
{
    internal TextSnapshot(string prefix, int length)
    {
        Prefix = prefix;
        Length = length;
    }

    /// <summary>The first characters.</summary>
    public string Prefix { get; }

    /// <summary>UTF-16 units of the whole string.</summary>
    public int Length { get; }
}
