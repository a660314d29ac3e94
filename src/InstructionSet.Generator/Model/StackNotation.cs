using System.Collections.Immutable;

namespace HogTrace.InstructionSet.Generator.Model;

/// <summary>A stack effect read from its notation, <c>o [a b] -> v</c>.</summary>
internal sealed record StackNotation(
    string Text, int FixedPops, int PopsPerCount, EquatableArray<string> Optional, int Pushes)
{
    private const string Arrow = "->";

    public bool UsesCount => PopsPerCount > 0 || Optional.Count > 0;

    /// <summary>Null when the text is not of the notation.</summary>
    public static StackNotation? Parse(string text)
    {
        int arrow = text.IndexOf(Arrow, StringComparison.Ordinal);
        if (arrow < 0 || text.IndexOf(Arrow, arrow + Arrow.Length, StringComparison.Ordinal) >= 0)
            return null;

        int fixedPops = 0;
        int perCount = 0;
        ImmutableArray<string> optional = [];
        foreach (string item in Items(text.Substring(0, arrow)))
        {
            if (item.StartsWith("[", StringComparison.Ordinal))
            {
                if (!item.EndsWith("]", StringComparison.Ordinal) || !optional.IsEmpty)
                    return null;
                optional = Words(item.Trim('[', ']'));
            }
            else if (item.EndsWith("*n", StringComparison.Ordinal))
            {
                perCount += Words(item.Substring(0, item.Length - 2).Trim('(', ')')).Length;
            }
            else
            {
                fixedPops++;
            }
        }

        int pushes = Words(text.Substring(arrow + Arrow.Length)).Length;
        return new StackNotation(text, fixedPops, perCount, new(optional), pushes);
    }

    /// <summary>Splits at spaces outside brackets.</summary>
    private static IEnumerable<string> Items(string text)
    {
        int start = 0;
        int depth = 0;
        for (int i = 0; i <= text.Length; i++)
        {
            char c = i < text.Length ? text[i] : ' ';
            depth += c is '(' or '[' ? 1 : c is ')' or ']' ? -1 : 0;
            if (c != ' ' || (depth > 0 && i < text.Length))
                continue;
            if (i > start)
                yield return text.Substring(start, i - start);
            start = i + 1;
        }
    }

    private static ImmutableArray<string> Words(string text) =>
        [.. text.Split([' '], StringSplitOptions.RemoveEmptyEntries)];
}
