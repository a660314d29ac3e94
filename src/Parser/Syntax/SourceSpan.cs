namespace HogTrace.Parser.Syntax;

/// <summary>A stretch of the source, in UTF-16 units.</summary>
internal readonly record struct SourceSpan(int Start, int Length)
{
    public int End => Start + Length;

    public static SourceSpan FromBounds(int start, int end) => new(start, end - start);
}
