namespace HogTrace.Parser.Lexing;

/// <summary>Finds the end of a number and whether it is well formed.</summary>
internal static class NumberScanner
{
    /// <summary>Reads the number whose first digit stands at an offset.</summary>
    public static (TokenKind Kind, int Length) Read(string source, int start)
    {
        bool isHex = source[start] == '0' && start + 1 < source.Length && source[start + 1] is 'x' or 'X';
        return isHex ? ReadHex(source, start) : ReadDecimal(source, start);
    }

    private static (TokenKind Kind, int Length) ReadHex(string source, int start)
    {
        int at = start + 2;
        bool good = SkipDigits(source, ref at, char.IsAsciiHexDigit);
        return Finish(source, start, at, good ? TokenKind.Integer : TokenKind.BadNumber);
    }

    private static (TokenKind Kind, int Length) ReadDecimal(string source, int start)
    {
        int at = start;
        bool good = SkipDigits(source, ref at, char.IsAsciiDigit);
        TokenKind kind = TokenKind.Integer;
        if (At(source, at) == '.' && char.IsAsciiDigit(At(source, at + 1)))
        {
            at++;
            good &= SkipDigits(source, ref at, char.IsAsciiDigit);
            kind = TokenKind.Float;
        }

        if (At(source, at) is 'e' or 'E')
        {
            at++;
            if (At(source, at) is '+' or '-')
                at++;
            good &= SkipDigits(source, ref at, char.IsAsciiDigit);
            kind = TokenKind.Float;
        }

        return Finish(source, start, at, good ? kind : TokenKind.BadNumber);
    }

    /// <summary>Letters that touch a number belong to it, and make it a bad one.</summary>
    private static (TokenKind Kind, int Length) Finish(string source, int start, int at, TokenKind kind)
    {
        int end = NameCharacters.TailEnd(source, at);
        return (end == at ? kind : TokenKind.BadNumber, end - start);
    }

    /// <summary>Skips digits and underscores; false when there is no digit, or an underscore not between two digits.</summary>
    private static bool SkipDigits(string source, ref int at, Func<char, bool> isDigit)
    {
        bool good = isDigit(At(source, at));
        while (isDigit(At(source, at)) || At(source, at) == '_')
        {
            if (source[at] == '_' && (source[at - 1] == '_' || !isDigit(At(source, at + 1))))
                good = false;
            at++;
        }

        return good;
    }

    private static char At(string source, int at) => at < source.Length ? source[at] : '\0';
}
