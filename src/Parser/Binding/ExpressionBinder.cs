using System.Collections.Immutable;
using System.Text;
using HogTrace.Bytecode;
using HogTrace.Parser.Diagnostics;
using HogTrace.Parser.Syntax;

namespace HogTrace.Parser.Binding;

/// <summary>
/// Binds expressions. It recurses over nesting, which the source limits, and loops over chains; after an error it goes
/// on with a name, of whose value nothing is known, in the place of a call that it could not bind.
/// </summary>
internal sealed class ExpressionBinder(DiagnosticList diagnostics)
{
    private readonly NameRules _names = new(diagnostics);

    /// <summary>The point of the probe that the expressions belong to.</summary>
    public ProbePoint Point
    {
        set => _names.Point = value;
    }

    public BoundExpression Bind(ExpressionSyntax expression) =>
        StackGuard.Call(static (ExpressionBinder self, ExpressionSyntax it) => self.BindKind(it), this, expression);

    private BoundExpression BindKind(ExpressionSyntax expression) => expression switch
    {
        ParenthesizedSyntax parenthesized => Bind(parenthesized.Inner),
        LiteralSyntax literal => Bind(literal),
        NameSyntax name => Bind(name),
        RequestSyntax request => Bind(request),
        CallSyntax call => Bind(call),
        PostfixSyntax postfix => Bind(postfix),
        UnarySyntax unary => Bind(unary),
        ChainSyntax chain => Bind(chain),
        ConditionalSyntax conditional => Bind(conditional),
        _ => throw new ArgumentOutOfRangeException(nameof(expression)),
    };

    public BoundRequest Bind(RequestSyntax request)
    {
        CheckText(request.Name, request.NameSpan);
        return new BoundRequest(
            request.Span,
            request.IsLong ? ReservedNames.Request : ReservedNames.Req,
            request.Name,
            request.NameSpan);
    }

    /// <summary>Reports text that a constant of the pool cannot hold.</summary>
    public void CheckText(string text, SourceSpan span)
    {
        // A UTF-16 unit takes at most three bytes, so that short texts need no count.
        if (text.Length > Limits.StringBytes / 3 && Encoding.UTF8.GetByteCount(text) > Limits.StringBytes)
        {
            diagnostics.Error(
                DiagnosticCodes.TextTooLong,
                span,
                $"A name or string takes at most {Limits.StringBytes >> 10} KiB of UTF-8.");
        }
    }

    private BoundConstant Bind(LiteralSyntax literal)
    {
        if (literal.Value.Text is { } text)
            CheckText(text, literal.Span);
        return new BoundConstant(literal.Span, literal.Value);
    }

    private BoundName Bind(NameSyntax name)
    {
        CheckText(name.Name, name.Span);
        _names.Check(name);
        return new BoundName(name.Span, name.Name);
    }

    private BoundExpression Bind(CallSyntax call)
    {
        var arguments = ImmutableArray.CreateBuilder<BoundExpression>(call.Arguments.Length);
        foreach (ExpressionSyntax argument in call.Arguments)
            arguments.Add(Bind(argument));
        return FunctionRules.Resolve(call, diagnostics) is { } function
            ? new BoundCall(call.Span, function, call.FunctionSpan, arguments.MoveToImmutable())
            : new BoundName(call.Span, call.Function);
    }

    private BoundPostfix Bind(PostfixSyntax postfix)
    {
        BoundExpression operand = Bind(postfix.Operand);
        var accesses = ImmutableArray.CreateBuilder<BoundAccess>(postfix.Operations.Length);
        foreach (PostfixOperation operation in postfix.Operations)
            accesses.Add(Bind(operation));
        return new BoundPostfix(postfix.Span, operand, accesses.MoveToImmutable());
    }

    private BoundAccess Bind(PostfixOperation operation)
    {
        switch (operation)
        {
            case MemberOperation member:
                CheckText(member.Name, member.NameSpan);
                return new BoundMember(member.NameSpan, member.Name);
            case IndexOperation index:
                return new BoundIndex(index.Span, Bind(index.Index));
            case SliceOperation slice:
                return new BoundSlice(
                    slice.Span, BindOptional(slice.Start), BindOptional(slice.Stop), BindOptional(slice.Step));
            default:
                throw new ArgumentOutOfRangeException(nameof(operation));
        }
    }

    private BoundExpression? BindOptional(ExpressionSyntax? expression) => expression is null ? null : Bind(expression);

    private BoundExpression Bind(UnarySyntax unary) =>
        NegativeLiteral(unary) ?? (BoundExpression)new BoundUnary(unary.Span, unary.Operator, Bind(unary.Operand));

    /// <summary>A minus directly before a number belongs to it, whether constants are folded or not.</summary>
    private static BoundConstant? NegativeLiteral(UnarySyntax unary)
    {
        if (unary.Operator != UnaryOperator.Negate || unary.Operand is not LiteralSyntax { Value: var value })
            return null;
        return value.Kind switch
        {
            // The smallest Int carries its own minus; one more overflows, and that is for the run to say.
            ConstantKind.Int when value.Bits != long.MinValue =>
                new BoundConstant(unary.Span, Constant.Int(-value.Bits)),
            ConstantKind.Float => new BoundConstant(unary.Span, Constant.Float(-value.AsFloat)),
            _ => null,
        };
    }

    private BoundExpression Bind(ChainSyntax chain)
    {
        BoundExpression first = Bind(chain.First);
        var links = ImmutableArray.CreateBuilder<BoundLink>(chain.Links.Length);
        foreach (ChainLink link in chain.Links)
            links.Add(new BoundLink(link.Operator, link.OperatorSpan, Bind(link.Operand)));
        return chain.Links[0].Operator is BinaryOperator.Or or BinaryOperator.And
            ? new BoundLogical(chain.Span, chain.Links[0].Operator == BinaryOperator.Or, first, links.MoveToImmutable())
            : new BoundChain(chain.Span, first, links.MoveToImmutable());
    }

    private BoundConditional Bind(ConditionalSyntax conditional) => new(
        conditional.Span,
        Bind(conditional.Condition),
        Bind(conditional.Then),
        Bind(conditional.Otherwise));
}
