using HogTrace.Parser.Lexing;
using HogTrace.Parser.Syntax;

namespace HogTrace.Parser.Formatting;

/// <summary>The tokens of a well-formed source, the comments before each, and the parentheses that say nothing.</summary>
internal sealed class CommentedTokens
{
    private readonly List<Token> _tokens = [];
    private readonly List<SourceSpan[]> _comments = [];
    private readonly HashSet<int> _redundant = [];

    public CommentedTokens(string source)
    {
        Source = source;
        var comments = new List<SourceSpan>();
        var lexer = new Lexer(source) { Comments = comments };
        do
        {
            comments.Clear();
            _tokens.Add(lexer.Next());
            _comments.Add([.. comments]);
        }
        while (_tokens[^1].Kind != TokenKind.End);
        FindRedundantParens();
    }

    public string Source { get; }

    public Token this[int index] => _tokens[index];

    public string Text(int index) => Source[_tokens[index].Start.._tokens[index].End];

    public IReadOnlyList<SourceSpan> CommentsBefore(int index) => _comments[index];

    /// <summary>Whether a token changes nothing: one of doubled parentheses, or the comma before a capture's end.</summary>
    public bool IsRedundant(int index) => _redundant.Contains(index);

    /// <summary>Whether a line break stands between two offsets.</summary>
    public bool HasBreak(int start, int end) => Source.AsSpan(start, end - start).Contains('\n');

    /// <summary>Whether an empty line stands between two offsets, with nothing but white space between them.</summary>
    public bool HasEmptyLine(int start, int end) => Source.AsSpan(start, end - start).Count('\n') > 1;

    private void FindRedundantParens()
    {
        var open = new Stack<int>();
        var partner = new Dictionary<int, int>();
        for (int i = 0; i < _tokens.Count; i++)
        {
            if (_tokens[i].Kind == TokenKind.OpenParen)
            {
                open.Push(i);
            }
            else if (_tokens[i].Kind == TokenKind.CloseParen)
            {
                partner[open.Pop()] = i;
                if (_tokens[i - 1].Kind == TokenKind.Comma)
                    _redundant.Add(i - 1);
            }
        }

        foreach (var (start, end) in partner)
        {
            bool isCall = _tokens[start - 1].Kind == TokenKind.Name;
            if (!isCall && partner.TryGetValue(start + 1, out int inner) && inner == end - 1)
            {
                _redundant.Add(start);
                _redundant.Add(end);
            }
        }
    }
}
