using HogTrace.Parser.Syntax;

namespace HogTrace.Parser.Lexing;

/// <summary>The tokens of a source by index, cut when first asked for; past the last stands an endless <see cref="TokenKind.End"/>.</summary>
internal sealed class TokenStream
{
    // In pieces: one array for a long source would be a large object, and those are collected with the oldest
    // generation only.
    private const int PieceBits = 10;
    private const int PieceLength = 1 << PieceBits;
    private const int FirstPieceLength = 32;

    private readonly List<Token[]> _pieces = [];
    private readonly List<SourceSpan> _comments = [];
    private readonly Lexer _lexer;
    private int _count;

    public TokenStream(string source)
    {
        Source = source;
        _lexer = new Lexer(source) { Comments = _comments };
    }

    public string Source { get; }

    /// <summary>The comments passed so far, in order.</summary>
    public IReadOnlyList<SourceSpan> Comments => _comments;

    public Token this[int index]
    {
        get
        {
            while (index >= _count)
            {
                if (_count > 0 && At(_count - 1) is { Kind: TokenKind.End } end)
                    return end;
                Add(_lexer.Next());
            }

            return At(index);
        }
    }

    public ReadOnlySpan<char> TextOf(Token token) => Source.AsSpan(token.Start, token.End - token.Start);

    public string Text(Token token) => Source.Substring(token.Start, token.End - token.Start);

    /// <summary>Forgets the tokens from an index on, and continues at the start of a line.</summary>
    public void CutAgain(int index, int lineStart)
    {
        _count = index;
        _lexer.MoveTo(lineStart);
    }

    private Token At(int index) => _pieces[index >> PieceBits][index & (PieceLength - 1)];

    private void Add(Token token)
    {
        int piece = _count >> PieceBits;
        if (piece == _pieces.Count)
            _pieces.Add(new Token[piece == 0 ? FirstPieceLength : PieceLength]);
        else if (piece == 0 && _count == _pieces[0].Length)
            _pieces[0] = Resized(_pieces[0]);
        _pieces[piece][_count++ & (PieceLength - 1)] = token;
    }

    private static Token[] Resized(Token[] piece)
    {
        Array.Resize(ref piece, piece.Length * 2);
        return piece;
    }
}
