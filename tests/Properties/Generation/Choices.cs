namespace HogTrace.Tests.Properties.Generation;

/// <summary>
/// Decisions read from random bytes. Past the end every decision is the first, which the makers keep the simplest: a
/// shorter array makes a simpler thing, and shrinking the bytes shrinks what they make.
/// </summary>
internal sealed class Choices(byte[] bytes)
{
    private int _at;

    public bool IsEnd => _at >= bytes.Length;

    /// <summary>A number from 0 to below the count.</summary>
    public int Next(int count)
    {
        int value = NextByte();
        if (count > 256)
            value = (value << 8) | NextByte();
        return value % count;
    }

    public T Pick<T>(params ReadOnlySpan<T> options) => options[Next(options.Length)];

    /// <summary>True in so many of a hundred cases; false past the end.</summary>
    public bool IsOneOf100(int cases) => Next(100) >= 100 - cases;

    public long Int64()
    {
        long value = 0;
        for (int i = 0; i < sizeof(long); i++)
            value = (value << 8) | (long)NextByte();
        return value;
    }

    private int NextByte() => _at < bytes.Length ? bytes[_at++] : 0;
}
