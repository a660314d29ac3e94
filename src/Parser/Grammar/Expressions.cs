using HogTrace.Parser.Lexing;
using HogTrace.Parser.Syntax;
using Sprache;

namespace HogTrace.Parser.Grammar;

/// <summary>The expressions, tightest first.</summary>
internal static class Expressions
{
    // A plain forward reference: Sprache's Ref remembers a result per input and throws when it is entered there again.
    private static readonly Parser<ExpressionSyntax> s_inner =
        input => StackGuard.Call(static (Parser<ExpressionSyntax> parser, IInput at) => parser(at), Expression!, input);

    public static readonly Parser<Token> Dot = Lexemes.Of(TokenKind.Dot, Expected.Dot);

    public static readonly Parser<Token> MemberName = Lexemes.Of(TokenKind.Name, Expected.MemberName);

    public static readonly Parser<RequestSyntax> Request =
        from store in Lexemes.Of(TokenKind.Request, Expected.Expression)
        from dot in Dot
        from name in Names.Text(MemberName)
        select new RequestSyntax(
            SourceSpan.FromBounds(store.Start, name.Span.End), Names.IsLong(store), name.Value, name.Span);

    private static readonly Parser<ExpressionSyntax> s_parenthesized =
        Brackets.Parens(s_inner).Select(inside => (ExpressionSyntax)new ParenthesizedSyntax(inside.Span, inside.Value));

    private static readonly Parser<ExpressionSyntax> s_nameOrCall =
        Names.OrCall(Brackets.Parens(Brackets.Items(s_inner, allowsTrailingComma: false)));

    private static readonly Parser<ExpressionSyntax> s_primary = Lexemes.ByKind(
        Expected.Expression,
        (TokenKind.Name, s_nameOrCall),
        (TokenKind.Integer, Literals.Integer),
        (TokenKind.Float, Literals.Float),
        (TokenKind.String, Literals.String),
        (TokenKind.None, Literals.None),
        (TokenKind.True, Literals.True),
        (TokenKind.False, Literals.False),
        (TokenKind.Request, Request),
        (TokenKind.OpenParen, s_parenthesized));

    private static readonly Parser<PostfixOperation> s_member =
        from dot in Dot
        from name in Names.Text(MemberName)
        select (PostfixOperation)new MemberOperation(SourceSpan.FromBounds(dot.Start, name.Span.End), name.Value, name.Span);

    private static readonly Parser<PostfixOperation> s_indexOrSlice =
        Brackets.Squares(Subscripts.Of(s_inner)).Select(inside => inside.Value.At(inside.Span));

    private static readonly Parser<PostfixOperation> s_postfix = Lexemes.ByKind(
        Expected.Nothing,
        (TokenKind.Dot, s_member),
        (TokenKind.OpenBracket, s_indexOrSlice));

    private static readonly Parser<ExpressionSyntax> s_unary =
        Operators.Prefixed(Operators.Postfixed(s_primary, s_postfix));

    private static readonly Parser<ExpressionSyntax> s_binary = Chains.Of(s_unary);

    public static readonly Parser<ExpressionSyntax> Expression = Operators.Conditional(s_binary, s_inner);
}
