using HogTrace.Parser.Lexing;

namespace HogTrace.Parser.Grammar;

/// <summary>Finds where to go on after a mistake.</summary>
internal sealed class Recovery(TokenStream tokens)
{
    /// <summary>
    /// The index of the next probe: after the body of the broken one, or where <c>fn:</c> stands outside braces or
    /// first on a line.
    /// </summary>
    public int NextProbe(int start, int stopped, bool isInside)
    {
        int depth = isInside ? 1 : 0;
        for (int i = stopped; ; i++)
        {
            switch (tokens[i].Kind)
            {
                case TokenKind.End:
                    return i;
                case TokenKind.OpenBrace:
                    depth++;
                    break;
                case TokenKind.CloseBrace when --depth <= 0:
                    return i + 1;
                case TokenKind.Name when i > start && StartsProbe(i) && (depth == 0 || tokens[i].StartsLine):
                    return i;
            }
        }
    }

    /// <summary>The index of the next statement of a body, of its closing brace, or of what ends it without one.</summary>
    public int NextStatement(int stopped, bool isCut, bool isInBrackets)
    {
        bool isAtStatement = StartsStatement(stopped) && (isCut || !isInBrackets || tokens[stopped].StartsLine);
        if (isAtStatement || (isCut && tokens[stopped].Kind == TokenKind.CloseBrace))
            return stopped;
        int depth = 0;
        for (int i = stopped; ; i++)
        {
            if (EndsBody(i))
                return i;
            switch (tokens[i].Kind)
            {
                case TokenKind.Semicolon when depth == 0:
                    return i + 1;
                case TokenKind.OpenBrace:
                    depth++;
                    break;
                case TokenKind.CloseBrace when depth == 0:
                    return i;
                case TokenKind.CloseBrace when --depth == 0 && !isInBrackets:
                    return i + 1;
            }
        }
    }

    /// <summary>Whether the body ends here for want of its brace.</summary>
    public bool EndsBody(int index) =>
        tokens[index].Kind == TokenKind.End || (tokens[index].StartsLine && StartsProbe(index));

    public bool StartsProbe(int index) =>
        tokens[index].Word is Word.Fn or Word.Py && tokens[index + 1].Kind == TokenKind.Colon;

    /// <summary>Whether a statement certainly starts here.</summary>
    public bool StartsStatement(int index) => tokens[index] switch
    {
        { Word: Word.Capture or Word.Send } => tokens[index + 1].Kind == TokenKind.OpenParen,
        { Word: Word.Sample } => tokens[index + 1].Kind is TokenKind.Integer or TokenKind.Float,
        { Kind: TokenKind.Request } => tokens[index + 1].Kind == TokenKind.Dot
            && tokens[index + 2].Kind == TokenKind.Name
            && tokens[index + 3].Kind == TokenKind.Assign,
        _ => false,
    };
}
