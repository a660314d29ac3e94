using HogTrace.Parser.Lexing;

namespace HogTrace.Parser.Formatting;

/// <summary>Where spaces stand between the tokens of a line, followed from its first token on.</summary>
internal sealed class Spacing(Token first)
{
    private readonly bool _isSpec = first.Word is Word.Fn or Word.Py;
    private readonly bool _isSample = first.Word == Word.Sample;
    private readonly Stack<int> _conditionals = new([0]);
    private Token _previous;
    private bool _isAfterOperand;
    private bool _isPredicateOpen;
    private bool _isConditionalColon;
    private bool _isPrefix;

    /// <summary>Whether a space precedes the next token.</summary>
    public bool Before(Token token)
    {
        bool space = !_isSpec && Wants(token);
        _isAfterOperand = token.Kind is (>= TokenKind.Name and <= TokenKind.Request)
            or TokenKind.CloseParen or TokenKind.CloseBracket;
        _previous = token;
        return space;
    }

    private bool Wants(Token token)
    {
        bool isFirst = _previous.End == 0;
        bool isAfterPrefix = _isPrefix;
        _isPrefix = !_isAfterOperand && token.Kind is TokenKind.Minus or TokenKind.Bang;
        if (token.Kind is TokenKind.OpenParen or TokenKind.OpenBracket)
            _conditionals.Push(0);
        if (token.Kind is TokenKind.CloseParen or TokenKind.CloseBracket)
            _conditionals.Pop();
        if (isFirst)
        {
            _isPredicateOpen = token.Kind == TokenKind.Slash;
            return false;
        }

        if (_isSample)
            return _previous.Word == Word.Sample;
        if (_isPredicateOpen)
        {
            _isPredicateOpen = false;
            return true;
        }

        return !isAfterPrefix && WantsBetween(token);
    }

    private bool WantsBetween(Token token)
    {
        switch (token.Kind)
        {
            case TokenKind.Dot or TokenKind.Comma or TokenKind.Semicolon or TokenKind.CloseParen or TokenKind.CloseBracket:
                return false;
            case TokenKind.OpenParen or TokenKind.OpenBracket when _isAfterOperand:
                return false;
            case TokenKind.Assign:
                return _conditionals.Count == 1;
            case TokenKind.Question:
                _conditionals.Push(_conditionals.Pop() + 1);
                return true;
            case TokenKind.Colon when _conditionals.Peek() > 0:
                _conditionals.Push(_conditionals.Pop() - 1);
                _isConditionalColon = true;
                return true;
            case TokenKind.Colon:
                _isConditionalColon = false;
                return false;
        }

        return _previous.Kind switch
        {
            TokenKind.Dot or TokenKind.OpenParen or TokenKind.OpenBracket => false,
            TokenKind.Assign => _conditionals.Count == (token.Kind is TokenKind.OpenParen or TokenKind.OpenBracket ? 2 : 1),
            TokenKind.Colon => _isConditionalColon,
            _ => true,
        };
    }
}
