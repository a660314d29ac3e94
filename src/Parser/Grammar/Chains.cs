using System.Collections.Immutable;
using HogTrace.Parser.Diagnostics;
using HogTrace.Parser.Lexing;
using HogTrace.Parser.Syntax;
using Sprache;

namespace HogTrace.Parser.Grammar;

/// <summary>
/// Infix operators of all levels in one loop: an operator first closes the open chains of tighter levels, then joins
/// the chain of its own. Neither the length of a chain nor the number of levels costs stack.
/// </summary>
internal static class Chains
{
    private const int OrderLevel = 3;
    private const int Levels = 6;

    /// <summary>Operands with operators between them; a chain for each level that occurs.</summary>
    public static Parser<ExpressionSyntax> Of(Parser<ExpressionSyntax> operand) => input =>
    {
        Chain?[]? chains = null;
        var at = (TokenInput)input;
        while (true)
        {
            var result = operand(at);
            if (!result.WasSuccessful)
                return result;
            var value = result.Value;
            at = (TokenInput)result.Remainder;
            if (Operator(at) is not { } op)
            {
                at.Session.Note(at.Index, Expected.Operator);
                return Lexemes.Success(Close(chains, value, 0), at);
            }

            chains ??= new Chain?[Levels];
            int level = LevelOf(op);
            value = Close(chains, value, level + 1);
            if (level == OrderLevel && chains[level] is not null)
                return Lexemes.Fail<ExpressionSyntax>(at, Chained(at.Token));
            (chains[level] ??= new Chain()).Add(value, op, at.Token.Span);
            at = at.Next;
        }
    };

    /// <summary>0 for the loosest.</summary>
    public static int LevelOf(BinaryOperator op) => op switch
    {
        BinaryOperator.Or => 0,
        BinaryOperator.And => 1,
        BinaryOperator.Equal or BinaryOperator.NotEqual => 2,
        <= BinaryOperator.GreaterOrEqual => OrderLevel,
        BinaryOperator.Add or BinaryOperator.Subtract => 4,
        _ => 5,
    };

    private static ExpressionSyntax Close(Chain?[]? chains, ExpressionSyntax value, int loosest)
    {
        for (int level = Levels - 1; chains is not null && level >= loosest; level--)
        {
            if (chains[level] is not { } chain)
                continue;
            value = chain.Finish(value);
            chains[level] = null;
        }

        return value;
    }

    private static BinaryOperator? Operator(TokenInput at) => at.Token.Kind switch
    {
        TokenKind.OrOr => BinaryOperator.Or,
        TokenKind.AndAnd => BinaryOperator.And,
        TokenKind.EqualEqual => BinaryOperator.Equal,
        TokenKind.BangEqual => BinaryOperator.NotEqual,
        TokenKind.Less => BinaryOperator.Less,
        TokenKind.LessOrEqual => BinaryOperator.LessOrEqual,
        TokenKind.Greater => BinaryOperator.Greater,
        TokenKind.GreaterOrEqual => BinaryOperator.GreaterOrEqual,
        TokenKind.Plus => BinaryOperator.Add,
        TokenKind.Minus => BinaryOperator.Subtract,
        TokenKind.Star => BinaryOperator.Multiply,
        TokenKind.Slash when at.Session.SlashDivides => BinaryOperator.Divide,
        TokenKind.Percent => BinaryOperator.Modulo,
        _ => null,
    };

    private static Mistake Chained(Token op) => new(
        DiagnosticCodes.ChainedComparison,
        op.Span,
        "Comparisons can't be chained",
        "Write a < b && b < c for a < b < c.");

    /// <summary>A chain whose last operand is still to come.</summary>
    private sealed class Chain
    {
        private readonly ImmutableArray<ChainLink>.Builder _links = ImmutableArray.CreateBuilder<ChainLink>(1);
        private ExpressionSyntax? _first;
        private BinaryOperator _operator;
        private SourceSpan _operatorSpan;

        public void Add(ExpressionSyntax operand, BinaryOperator op, SourceSpan span)
        {
            if (_first is null)
                _first = operand;
            else
                _links.Add(new ChainLink(_operator, _operatorSpan, operand));
            (_operator, _operatorSpan) = (op, span);
        }

        public ChainSyntax Finish(ExpressionSyntax operand)
        {
            _links.Add(new ChainLink(_operator, _operatorSpan, operand));
            var span = SourceSpan.FromBounds(_first!.Span.Start, operand.Span.End);
            return new ChainSyntax(span, _first, _links.DrainToImmutable());
        }
    }
}
