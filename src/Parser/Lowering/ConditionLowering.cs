using HogTrace.Bytecode;
using HogTrace.Parser.Binding;
using HogTrace.Parser.Syntax;

namespace HogTrace.Parser.Lowering;

/// <summary>
/// Lowers what is asked only for its truth to jumps: operands of <c>&amp;&amp;</c>, <c>||</c> and <c>!</c> among one another
/// jump straight to where the answer is decided, without a Bool in between.
/// </summary>
internal sealed class ConditionLowering(CodeEmitter code, ExpressionLowering values)
{
    /// <summary>Leaves the Bool of a logical chain on the stack, or its opposite.</summary>
    public void Value(BoundLogical logical, bool negate)
    {
        var decided = new JumpLabel();
        BoundExpression last = AllButLast(logical, truth: logical.IsOr, decided);
        values.Value(last);
        if (negate)
            code.Unary(UnaryOperator.Not, last.Span);
        else if (!BoundKinds.IsBool(last))
            code.Truth(last.Span);
        if (decided.Jumps.Count == 0)
            return;

        var end = new JumpLabel();
        code.Jump(end, logical.Span);
        code.Mark(decided);
        code.Constant(Constant.Bool(logical.IsOr != negate), logical.Span);
        code.Mark(end);
    }

    /// <summary>Jumps when the expression is as true as asked, else goes on; the stack is as before.</summary>
    public void Jump(BoundExpression condition, bool truth, JumpLabel target)
    {
        while (condition is BoundUnary { Operator: UnaryOperator.Not } not)
        {
            condition = not.Operand;
            truth = !truth;
        }

        switch (condition)
        {
            case BoundLogical logical:
                Jump(logical, truth, target);
                break;
            case BoundConditional conditional:
                Jump(conditional, truth, target);
                break;
            default:
                values.Value(condition);
                code.JumpIf(truth, target, condition.Span);
                break;
        }
    }

    private void Jump(BoundLogical logical, bool truth, JumpLabel target)
    {
        // An operand decides the chain when it is as true as the chain then is: || by a true one, && by a false one.
        var skip = new JumpLabel();
        JumpLabel decided = logical.IsOr == truth ? target : skip;
        BoundExpression last = AllButLast(logical, logical.IsOr, decided);
        Jump(last, truth, target);
        code.Mark(skip);
    }

    private void Jump(BoundConditional conditional, bool truth, JumpLabel target)
    {
        var otherwise = new JumpLabel();
        var end = new JumpLabel();
        Jump(conditional.Condition, truth: false, otherwise);
        Jump(conditional.Then, truth, target);
        code.Jump(end, conditional.Span);
        code.Mark(otherwise);
        Jump(conditional.Otherwise, truth, target);
        code.Mark(end);
    }

    private BoundExpression AllButLast(BoundLogical logical, bool truth, JumpLabel decided)
    {
        BoundExpression last = logical.First;
        foreach (BoundLink link in logical.Links)
        {
            Jump(last, truth, decided);
            last = link.Operand;
        }

        return last;
    }
}
