using System.Collections.Immutable;
using HogTrace.Bytecode;
using HogTrace.Parser.Lexing;
using HogTrace.Parser.Syntax;
using Sprache;

namespace HogTrace.Parser.Grammar;

/// <summary>Combinators for operators before and after an operand, and for the conditional.</summary>
internal static class Operators
{
    /// <summary>Any number of <c>!</c> and <c>-</c>, each a level of nesting, then an operand.</summary>
    public static Parser<ExpressionSyntax> Prefixed(Parser<ExpressionSyntax> operand) => input =>
    {
        var at = (TokenInput)input;
        if (at.Token.Kind is not (TokenKind.Bang or TokenKind.Minus))
            return operand(input);
        List<Token> operators = [];
        while (at.Token.Kind is TokenKind.Bang or TokenKind.Minus)
        {
            if (!at.Session.Enter())
                return Lexemes.Fail<ExpressionSyntax>(at, Brackets.TooDeep(at.Token));
            operators.Add(at.Token);
            at = at.Next;
        }

        var result = SmallestInteger(at, operators) ?? operand(at);
        if (!result.WasSuccessful)
            return result;
        var value = result.Value;
        at.Session.Leave(operators.Count);
        if (value is LiteralSyntax && value.Span.Start < at.Token.Start)
            operators.RemoveAt(operators.Count - 1);
        for (int i = operators.Count - 1; i >= 0; i--)
        {
            var op = operators[i].Kind == TokenKind.Bang ? UnaryOperator.Not : UnaryOperator.Negate;
            value = new UnarySyntax(SourceSpan.FromBounds(operators[i].Start, value.Span.End), op, value);
        }

        return Lexemes.Success(value, (TokenInput)result.Remainder);
    };

    /// <summary>An operand and the postfix operators after it, in a flat list.</summary>
    public static Parser<ExpressionSyntax> Postfixed(
        Parser<ExpressionSyntax> operand, Parser<PostfixOperation> operation) => input =>
    {
        var result = operand(input);
        if (!result.WasSuccessful || !StartsOperation(result.Remainder))
            return result;
        var operations = ImmutableArray.CreateBuilder<PostfixOperation>(1);
        var at = result.Remainder;
        while (StartsOperation(at))
        {
            var next = operation(at);
            if (!next.WasSuccessful)
                return Result.Failure<ExpressionSyntax>(next.Remainder, "", []);
            operations.Add(next.Value);
            at = next.Remainder;
        }

        var span = SourceSpan.FromBounds(result.Value.Span.Start, operations[^1].Span.End);
        return Lexemes.Success<ExpressionSyntax>(
            new PostfixSyntax(span, result.Value, operations.DrainToImmutable()), (TokenInput)at);
    };

    /// <summary><c>condition ? then : otherwise</c>, a level of nesting.</summary>
    public static Parser<ExpressionSyntax> Conditional(
        Parser<ExpressionSyntax> condition, Parser<ExpressionSyntax> branch) => input =>
    {
        var result = condition(input);
        if (!result.WasSuccessful || result.Remainder is not TokenInput { Token.Kind: TokenKind.Question } question)
            return result;
        var session = question.Session;
        if (!session.Enter())
            return Lexemes.Fail<ExpressionSyntax>(question, Brackets.TooDeep(question.Token));
        var then = branch(question.Next);
        if (!then.WasSuccessful)
            return then;
        var colon = (TokenInput)then.Remainder;
        if (colon.Token.Kind != TokenKind.Colon)
            return Lexemes.Fail<ExpressionSyntax>(colon, Expected.Colon);
        var otherwise = branch(colon.Next);
        if (!otherwise.WasSuccessful)
            return otherwise;
        session.Leave();
        var span = SourceSpan.FromBounds(result.Value.Span.Start, otherwise.Value.Span.End);
        return Lexemes.Success<ExpressionSyntax>(
            new ConditionalSyntax(span, result.Value, then.Value, otherwise.Value), (TokenInput)otherwise.Remainder);
    };

    private static bool StartsOperation(IInput input) =>
        ((TokenInput)input).Token.Kind is TokenKind.Dot or TokenKind.OpenBracket;

    /// <summary>The magnitude of the smallest Int, which is none by itself, directly under a minus.</summary>
    private static IResult<ExpressionSyntax>? SmallestInteger(TokenInput at, List<Token> operators)
    {
        const ulong Magnitude = 1UL << 63;
        if (at.Token.Kind != TokenKind.Integer
            || operators[^1].Kind != TokenKind.Minus
            || StartsOperation(at.Next)
            || !Literals.TryReadMagnitude(at.Session.Tokens.TextOf(at.Token), out ulong value)
            || value != Magnitude)
        {
            return null;
        }

        var span = SourceSpan.FromBounds(operators[^1].Start, at.Token.End);
        return Lexemes.Success<ExpressionSyntax>(new LiteralSyntax(span, Constant.Int(long.MinValue)), at.Next);
    }
}
