using System.Collections.Immutable;
using HogTrace.Bytecode;
using HogTrace.Parser.Binding;
using HogTrace.Parser.Diagnostics;
using HogTrace.Parser.Syntax;

namespace HogTrace.Parser.Folding;

/// <summary>
/// Computes what is constant and warns of what faults in every run. Nothing that could fault, or that the language
/// would evaluate, is ever dropped: only whole constant subtrees and operands behind a deciding one go.
/// </summary>
/// <param name="diagnostics">Takes the warnings.</param>
/// <param name="shortCircuits">False for bytecode version 1, whose <c>&amp;&amp;</c> and <c>||</c> run both sides.</param>
internal sealed class ConstantFolder(DiagnosticList diagnostics, bool shortCircuits)
{
    public BoundProgram Fold(BoundProgram program)
    {
        var probes = ImmutableArray.CreateBuilder<BoundProbe>(program.Probes.Length);
        foreach (BoundProbe probe in program.Probes)
        {
            probes.Add(probe with
            {
                Predicate = FoldOptional(probe.Predicate),
                Body = [.. probe.Body.Select(Fold)],
            });
        }

        return new BoundProgram(probes.MoveToImmutable());
    }

    private BoundStatement Fold(BoundStatement statement) => statement switch
    {
        BoundAssignment assignment => assignment with { Value = Fold(assignment.Value) },
        BoundCapture capture => capture with
        {
            Fields = [.. capture.Fields.Select(field => field with { Value = FoldField(capture, field.Value) })],
        },
        _ => statement,
    };

    /// <summary>A string that stands there as a constant is what version 1 may take for the name of a field.</summary>
    private BoundExpression FoldField(BoundCapture capture, BoundExpression value)
    {
        BoundExpression folded = Fold(value);
        bool isMadeString = value is not BoundConstant && folded is BoundConstant { Value.Kind: ConstantKind.String };
        return isMadeString && !shortCircuits && !capture.IsNamed ? value : folded;
    }

    private BoundExpression Fold(BoundExpression expression) =>
        StackGuard.Call(static (ConstantFolder self, BoundExpression it) => self.FoldKind(it), this, expression);

    private BoundExpression FoldKind(BoundExpression expression) => expression switch
    {
        BoundUnary unary => FoldUnary(unary),
        BoundChain chain => FoldChain(chain),
        BoundLogical logical => shortCircuits ? FoldLogical(logical) : FoldEagerLogical(logical),
        BoundConditional conditional => FoldConditional(conditional),
        BoundCall call => FoldCall(call),
        BoundPostfix postfix => FoldPostfix(postfix),
        _ => expression,
    };

    private BoundExpression? FoldOptional(BoundExpression? expression) =>
        expression is null ? null : Fold(expression);

    private BoundExpression FoldUnary(BoundUnary unary)
    {
        BoundExpression operand = Fold(unary.Operand);
        BoundUnary rest = unary with { Operand = operand };
        return operand is BoundConstant constant
            ? Settle(ConstantOperators.Apply(unary.Operator, constant.Value), rest, unary.Span)
            : rest;
    }

    private BoundExpression FoldChain(BoundChain chain)
    {
        BoundExpression first = Fold(chain.First);
        ImmutableArray<BoundLink> links = FoldLinks(chain.Links);
        int next = 0;

        // Applied from the left, so only a constant prefix is a subtree of its own.
        while (first is BoundConstant left && next < links.Length && links[next].Operand is BoundConstant right)
        {
            int end = ConstantText.RunEnd(left, links, next);
            var span = SourceSpan.FromBounds(chain.Span.Start, Math.Max(links[end - 1].Operand.Span.End, left.Span.End));
            ConstantOutcome outcome = end - next > 1
                ? ConstantText.Join(left, links, next, end)
                : ConstantOperators.Apply(links[next].Operator, left.Value, right.Value);
            if (outcome.Value is not { } value)
            {
                Warn(outcome, span);
                break;
            }

            first = new BoundConstant(span, value);
            next = end;
        }

        return next == links.Length ? first : chain with { First = first, Links = links[next..] };
    }

    private ImmutableArray<BoundLink> FoldLinks(ImmutableArray<BoundLink> links)
    {
        var folded = ImmutableArray.CreateBuilder<BoundLink>(links.Length);
        foreach (BoundLink link in links)
            folded.Add(link with { Operand = Fold(link.Operand) });
        return folded.MoveToImmutable();
    }

    /// <summary>Drops operands that cannot decide, and everything behind one that does.</summary>
    private BoundExpression FoldLogical(BoundLogical logical)
    {
        var kept = ImmutableArray.CreateBuilder<BoundLink>();
        for (int i = -1; i < logical.Links.Length; i++)
        {
            BoundLink link = i < 0 ? new BoundLink(default, default, logical.First) : logical.Links[i];
            link = link with { Operand = Fold(link.Operand) };
            bool? truth = link.Operand is BoundConstant constant ? ConstantOrder.Truth(constant.Value) : null;
            if (truth == !logical.IsOr)
                continue;
            kept.Add(link);
            if (truth == logical.IsOr)
                break;
        }

        if (kept.Count == 0)
            return new BoundConstant(logical.Span, Constant.Bool(!logical.IsOr));
        if (kept[0].Operand is BoundConstant)
            return new BoundConstant(logical.Span, Constant.Bool(logical.IsOr));
        BoundExpression first = kept[0].Operand;
        kept.RemoveAt(0);
        return kept.Count == 0 && BoundKinds.IsBool(first)
            ? first
            : logical with { First = first, Links = kept.ToImmutable() };
    }

    /// <summary>Both sides run, so that only a constant prefix can go.</summary>
    private BoundExpression FoldEagerLogical(BoundLogical logical)
    {
        BoundExpression first = Fold(logical.First);
        ImmutableArray<BoundLink> links = FoldLinks(logical.Links);
        int next = 0;
        while (first is BoundConstant left && next < links.Length && links[next].Operand is BoundConstant right)
        {
            bool a = ConstantOrder.Truth(left.Value);
            bool b = ConstantOrder.Truth(right.Value);
            first = new BoundConstant(
                SourceSpan.FromBounds(logical.Span.Start, right.Span.End),
                Constant.Bool(logical.IsOr ? a || b : a && b));
            next++;
        }

        return next == links.Length ? first : logical with { First = first, Links = links[next..] };
    }

    private BoundExpression FoldConditional(BoundConditional conditional)
    {
        BoundExpression condition = Fold(conditional.Condition);
        if (condition is BoundConstant constant)
            return Fold(ConstantOrder.Truth(constant.Value) ? conditional.Then : conditional.Otherwise);
        return conditional with
        {
            Condition = condition,
            Then = Fold(conditional.Then),
            Otherwise = Fold(conditional.Otherwise),
        };
    }

    private BoundExpression FoldCall(BoundCall call)
    {
        var arguments = ImmutableArray.CreateBuilder<BoundExpression>(call.Arguments.Length);
        foreach (BoundExpression argument in call.Arguments)
            arguments.Add(Fold(argument));
        BoundCall rest = call with { Arguments = arguments.MoveToImmutable() };
        return rest.Arguments is [BoundConstant only]
            ? Settle(ConstantOperators.Apply(call.Function.Function, only.Value), rest, call.Span)
            : rest;
    }

    private BoundExpression FoldPostfix(BoundPostfix postfix)
    {
        BoundExpression operand = Fold(postfix.Operand);
        if (operand is BoundConstant { Value.Kind: not ConstantKind.String } constant)
            Warn(ConstantOutcome.Faults($"nothing can be read from {constant.Value.Kind}"), postfix.Span);
        var accesses = ImmutableArray.CreateBuilder<BoundAccess>(postfix.Accesses.Length);
        foreach (BoundAccess access in postfix.Accesses)
            accesses.Add(FoldAccess(access));
        return postfix with { Operand = operand, Accesses = accesses.MoveToImmutable() };
    }

    private BoundAccess FoldAccess(BoundAccess access) => access switch
    {
        BoundIndex index => index with { Index = Fold(index.Index) },
        BoundSlice slice => slice with
        {
            Start = FoldOptional(slice.Start),
            Stop = FoldOptional(slice.Stop),
            Step = FoldOptional(slice.Step),
        },
        _ => access,
    };

    private BoundExpression Settle(ConstantOutcome outcome, BoundExpression rest, SourceSpan span)
    {
        if (outcome.Value is { } value)
            return new BoundConstant(span, value);
        Warn(outcome, span);
        return rest;
    }

    private void Warn(ConstantOutcome outcome, SourceSpan span)
    {
        if (outcome.Fault is { } reason)
            diagnostics.Warning(DiagnosticCodes.AlwaysFaults, span, $"This always faults: {reason}.");
    }
}
