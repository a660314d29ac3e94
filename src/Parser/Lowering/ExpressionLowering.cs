using System.Collections.Immutable;
using HogTrace.Parser.Binding;
using HogTrace.Parser.Syntax;

namespace HogTrace.Parser.Lowering;

/// <summary>Lowers expressions to code that leaves their value on the stack.</summary>
internal sealed class ExpressionLowering
{
    private readonly CodeEmitter _code;
    private readonly ConditionLowering _conditions;
    private readonly VersionRules _rules;

    public ExpressionLowering(CodeEmitter code, VersionRules rules)
    {
        _code = code;
        _rules = rules;
        _conditions = new ConditionLowering(code, this);
    }

    public void Value(BoundExpression expression) =>
        StackGuard.Run(static (ExpressionLowering self, BoundExpression it) => self.ValueOfKind(it), this, expression);

    private void ValueOfKind(BoundExpression expression)
    {
        switch (expression)
        {
            case BoundConstant constant:
                _code.Constant(constant.Value, constant.Span);
                break;
            case BoundName name:
                _code.Variable(name.Name, name.Span);
                break;
            case BoundRequest request:
                Store(request);
                _code.GetAttribute(request.Name, request.NameSpan);
                break;
            case BoundCall call:
                Call(call);
                break;
            case BoundPostfix postfix:
                Postfix(postfix);
                break;
            case BoundUnary unary:
                Unary(unary);
                break;
            case BoundChain chain:
                Chain(chain.First, chain.Links);
                break;
            case BoundLogical logical when _rules.HasJumps:
                _conditions.Value(logical, negate: false);
                break;
            case BoundLogical logical:
                Chain(logical.First, logical.Links);
                break;
            case BoundConditional conditional:
                Conditional(conditional);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(expression));
        }
    }

    /// <summary>Pushes the proxy of the request store, under the name that the source calls it by.</summary>
    public void Store(BoundRequest request) =>
        _code.Variable(request.Store, new SourceSpan(request.Span.Start, request.Store.Length));

    private void Call(BoundCall call)
    {
        foreach (BoundExpression argument in call.Arguments)
            Value(argument);
        _code.Call(call.Function.Name, call.Arguments.Length, call.FunctionSpan);
    }

    private void Chain(BoundExpression first, ImmutableArray<BoundLink> links)
    {
        Value(first);
        foreach (BoundLink link in links)
        {
            Value(link.Operand);
            _code.Binary(link.Operator, link.OperatorSpan);
        }
    }

    private void Unary(BoundUnary unary)
    {
        if (unary is { Operator: UnaryOperator.Not, Operand: BoundLogical logical } && _rules.HasJumps)
        {
            _conditions.Value(logical, negate: true);
            return;
        }

        if (unary.Operator == UnaryOperator.Negate)
            _rules.Require("unary minus", unary.OperatorSpan);
        Value(unary.Operand);
        _code.Unary(unary.Operator, unary.OperatorSpan);
    }

    private void Postfix(BoundPostfix postfix)
    {
        Value(postfix.Operand);
        foreach (BoundAccess access in postfix.Accesses)
        {
            switch (access)
            {
                case BoundMember member:
                    _code.GetAttribute(member.Name, member.Span);
                    break;
                case BoundIndex index:
                    Value(index.Index);
                    _code.GetItem(index.Span);
                    break;
                case BoundSlice slice:
                    Slice(slice);
                    break;
            }
        }
    }

    private void Slice(BoundSlice slice)
    {
        _rules.Require("a slice", slice.Span);
        int parts = Part(slice.Start, 1) | Part(slice.Stop, 2) | Part(slice.Step, 4);
        _code.GetSlice((byte)parts, slice.Span);
    }

    private int Part(BoundExpression? part, int bit)
    {
        if (part is null)
            return 0;
        Value(part);
        return bit;
    }

    private void Conditional(BoundConditional conditional)
    {
        _rules.Require("'? :'", conditional.Span);
        var otherwise = new JumpLabel();
        var end = new JumpLabel();
        _conditions.Jump(conditional.Condition, truth: false, otherwise);
        Value(conditional.Then);
        _code.Jump(end, conditional.Span);
        _code.Mark(otherwise);
        Value(conditional.Otherwise);
        _code.Mark(end);
    }
}
