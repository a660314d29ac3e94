using HogTrace.Parser.Syntax;

namespace HogTrace.Parser.Lexing;

/// <summary>Cuts the source into tokens, one at a time. It never fails: text that is no token has a kind of its own.</summary>
internal sealed class Lexer(string source)
{
    private const char ByteOrderMark = '\uFEFF';

    private bool _startsLine = true;

    /// <summary>The offset after the last token.</summary>
    public int Position { get; private set; } = source.StartsWith(ByteOrderMark) ? 1 : 0;

    /// <summary>Where the comments passed are noted, when somebody asks for them.</summary>
    public List<SourceSpan>? Comments { get; init; }

    /// <summary>Continues at an offset, which must be at the start of a line.</summary>
    public void MoveTo(int lineStart)
    {
        Position = lineStart;
        _startsLine = true;
    }

    public Token Next()
    {
        int start = SkipTrivia();
        bool startsLine = _startsLine;
        _startsLine = false;
        if (start < 0)
        {
            start = Position;
            Position = source.Length;
            return new Token(TokenKind.UnterminatedComment, Word.None, startsLine, start, start + 2);
        }

        if (start == source.Length)
            return new Token(TokenKind.End, Word.None, startsLine, start, start);

        var (kind, length) = Read(start);
        Position = start + length;
        Word word = kind == TokenKind.Name ? Words.Find(source.AsSpan(start, length)) : Word.None;
        return new Token(kind, word, startsLine, start, Position);
    }

    /// <summary>The start of the next token; -1 when a comment that is never closed stands at <see cref="Position"/>.</summary>
    private int SkipTrivia()
    {
        int at = Position;
        while (at < source.Length)
        {
            switch (source[at])
            {
                case '\n':
                    _startsLine = true;
                    at++;
                    break;
                case ' ' or '\t' or '\r':
                    at++;
                    break;
                case '#':
                    at = SkipComment(at, source.IndexOf('\n', at), 0);
                    break;
                case '/' when Peek(at + 1) == '*':
                    int end = source.IndexOf("*/", at + 2, StringComparison.Ordinal);
                    if (end < 0)
                    {
                        Position = at;
                        return -1;
                    }

                    at = SkipComment(at, end, 2);
                    break;
                default:
                    return at;
            }
        }

        return at;
    }

    private int SkipComment(int start, int end, int closing)
    {
        end = end < 0 ? source.Length : end + closing;
        Comments?.Add(SourceSpan.FromBounds(start, end));
        return end;
    }

    private (TokenKind Kind, int Length) Read(int start)
    {
        char c = source[start];
        char next = Peek(start + 1);
        return c switch
        {
            '"' or '\'' => ReadString(start, c),
            '$' => ReadRequest(start),
            '=' => next == '=' ? (TokenKind.EqualEqual, 2) : (TokenKind.Assign, 1),
            '!' => next == '=' ? (TokenKind.BangEqual, 2) : (TokenKind.Bang, 1),
            '<' => next == '=' ? (TokenKind.LessOrEqual, 2) : (TokenKind.Less, 1),
            '>' => next == '=' ? (TokenKind.GreaterOrEqual, 2) : (TokenKind.Greater, 1),
            '&' when next == '&' => (TokenKind.AndAnd, 2),
            '|' when next == '|' => (TokenKind.OrOr, 2),
            >= '0' and <= '9' => NumberScanner.Read(source, start),
            _ => Punctuation(c) is var kind && kind != TokenKind.Unknown ? (kind, 1) : ReadName(start),
        };
    }

    private static TokenKind Punctuation(char c) => c switch
    {
        '.' => TokenKind.Dot,
        ',' => TokenKind.Comma,
        ':' => TokenKind.Colon,
        ';' => TokenKind.Semicolon,
        '?' => TokenKind.Question,
        '(' => TokenKind.OpenParen,
        ')' => TokenKind.CloseParen,
        '[' => TokenKind.OpenBracket,
        ']' => TokenKind.CloseBracket,
        '{' => TokenKind.OpenBrace,
        '}' => TokenKind.CloseBrace,
        '+' => TokenKind.Plus,
        '-' => TokenKind.Minus,
        '*' => TokenKind.Star,
        '/' => TokenKind.Slash,
        '%' => TokenKind.Percent,
        _ => TokenKind.Unknown,
    };

    private (TokenKind Kind, int Length) ReadName(int start)
    {
        int length = NameCharacters.LengthAt(source, start);
        if (length == 0)
            return (TokenKind.Unknown, char.IsSurrogatePair(source[start], Peek(start + 1)) ? 2 : 1);
        return (Words.Literal(source.AsSpan(start, length)), length);
    }

    private (TokenKind Kind, int Length) ReadRequest(int start)
    {
        int length = 1 + NameCharacters.LengthAt(source, start + 1);
        return (Words.IsRequest(source.AsSpan(start, length)) ? TokenKind.Request : TokenKind.Unknown, length);
    }

    private (TokenKind Kind, int Length) ReadString(int start, char quote)
    {
        int at = start + 1;
        while (true)
        {
            int step = source.AsSpan(at).IndexOfAny(quote, '\\');
            if (step < 0 || at + step + 1 >= source.Length && source[at + step] == '\\')
                return (TokenKind.UnterminatedString, source.Length - start);
            at += step + 1;
            if (source[at - 1] == quote)
                return (TokenKind.String, at - start);
            at++;
        }
    }

    private char Peek(int at) => at < source.Length ? source[at] : '\0';
}
