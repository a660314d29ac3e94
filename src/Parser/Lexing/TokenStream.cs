using HogTrace.Parser.Syntax;

namespace HogTrace.Parser.Lexing;

/// <summary>The tokens of a source by index, cut when first asked for; past the last stands an endless <see cref="TokenKind.End"/>.</summary>
internal sealed class TokenStream
{
    private readonly List<Token> _tokens = [];
    private readonly List<SourceSpan> _comments = [];
    private readonly Lexer _lexer;

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
            while (index >= _tokens.Count)
            {
                if (_tokens.Count > 0 && _tokens[^1].Kind == TokenKind.End)
                    return _tokens[^1];
                _tokens.Add(_lexer.Next());
            }

            return _tokens[index];
        }
    }

    public ReadOnlySpan<char> TextOf(Token token) => Source.AsSpan(token.Start, token.End - token.Start);

    public string Text(Token token) => Source.Substring(token.Start, token.End - token.Start);

    /// <summary>Forgets the tokens from an index on, and continues at the start of a line.</summary>
    public void CutAgain(int index, int lineStart)
    {
        _tokens.RemoveRange(index, _tokens.Count - index);
        _lexer.MoveTo(lineStart);
    }
}
