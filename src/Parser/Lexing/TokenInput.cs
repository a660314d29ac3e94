using HogTrace.Parser.Grammar;
using Sprache;

namespace HogTrace.Parser.Lexing;

/// <summary>
/// The place of a parser among the tokens. Sprache counts lines at every character it advances; here a step is an
/// index, made once per token, and lines are counted for diagnostics only.
/// </summary>
internal sealed class TokenInput : IInput
{
    private TokenInput? _next;

    public TokenInput(ParseSession session, int index)
    {
        Session = session;
        Index = index;
        Token = session.Tokens[index];
    }

    public ParseSession Session { get; }

    public int Index { get; }

    public Token Token { get; }

    public TokenInput Next => _next ??= new TokenInput(Session, Index + 1);

    public string Source => Session.Tokens.Source;

    public bool AtEnd => Token.Kind == TokenKind.End;

    public char Current => AtEnd ? '\0' : Source[Token.Start];

    public int Position => Token.Start;

    // Sprache reads these for its own messages only, which are never shown.
    public int Line => 0;

    public int Column => 0;

    public IDictionary<object, object> Memos => throw new NotSupportedException("The grammar uses no memoizing parser.");

    public IInput Advance() => Next;

    public bool Equals(IInput? other) =>
        ReferenceEquals(this, other) || (other is TokenInput input && input.Index == Index && input.Session == Session);

    public override bool Equals(object? obj) => Equals(obj as IInput);

    public override int GetHashCode() => Index;
}
