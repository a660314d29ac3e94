using HogTrace.Bytecode;
using static HogTrace.Tests.Unit.Bytecode.Sample;

namespace HogTrace.Tests.Unit.Bytecode;

/// <summary>Jumps, and what is known where paths meet.</summary>
public sealed class VerifierFlowTests
{
    [Fact]
    public void Jump_into_an_instruction() => Rejected(RejectionCode.InvalidJumpTarget, 0, WithCode(0x45, 1, 0, 0x10, 2, 0, 0x02));

    [Fact]
    public void Jump_beyond_the_end() => Rejected(RejectionCode.InvalidJumpTarget, 0, WithCode(0x45, 1, 0));

    [Fact]
    public void Jump_to_the_end() => Assert.Equal<int>([1], Accepted(WithCode(0x45, 0, 0)).Body.JumpTargets);

    [Fact]
    public void Depths_and_longest_path_of_a_conditional()
    {
        VerifiedCode code = Accepted(Of(w =>
        {
            Conditional(w, () => w.PushConst(Int), () => { w.PushConst(Int); w.Neg(); });
            w.Pop();
        })).Body;
        Assert.Equal<short>([0, 1, 0, 1, 0, 1, 1], code.Depths);
        Assert.Equal<int>([-1, 4, -1, 6, -1, -1, -1], code.JumpTargets);
        Assert.Equal((5, 1), (code.MaxCost, code.MaxDepth));
    }

    [Fact]
    public void Predicate_may_end_by_a_jump() => Accepted(Of(predicate: w => Conditional(w, () => w.PushConst(Int), () => w.PushConst(Text))));

    [Fact]
    public void Paths_meet_at_one_depth()
    {
        Rejected(RejectionCode.StackMismatch, 9, Of(w => { Conditional(w, () => w.PushConst(Int), () => { }); w.Pop(); }));
        Rejected(RejectionCode.StackMismatch, 12, Of(w => { Conditional(w, () => { }, () => w.PushConst(Int)); w.Pop(); }));
    }

    [Fact]
    public void Unreachable_code_is_decoded_but_not_run()
    {
        VerifiedCode code = Accepted(Of(w => { int l = w.Jump(); w.Add(); Assert.True(w.TryPatch(l)); })).Body;
        Assert.Equal<short>([0, -1], code.Depths);
        Rejected(RejectionCode.UnknownOpcode, 3, WithCode(0x45, 1, 0, 0xff));
    }

    [Fact]
    public void Proxy_below_a_conditional() => Accepted(Of(w =>
    {
        w.LoadVar(Req);
        Conditional(w, () => w.PushConst(Int), () => w.PushConst(Text));
        w.SetAttr(X);
    }));

    [Fact]
    public void Proxy_on_one_path_only() => Rejected(RejectionCode.StackMismatch, 15, Of(w =>
    {
        Conditional(w, () => w.LoadVar(Req), () => w.PushConst(Int));
        w.GetAttr(X);
        w.Pop();
    }));

    [Fact]
    public void Names_survive_a_conditional_above_them() => Accepted(Of(w =>
    {
        w.PushConst(Text);
        Conditional(w, () => w.PushConst(Int), () => w.PushConst(Other));
        w.PushConst(Other);
        w.PushConst(Int);
        w.CallNamed(Capture, 2);
        w.Pop();
    }));

    [Fact]
    public void Name_chosen_by_a_conditional() => Rejected(RejectionCode.FieldNameNotConstant, 18, Of(w =>
    {
        Conditional(w, () => w.PushConst(Text), () => w.PushConst(Other));
        w.PushConst(Int);
        w.CallNamed(Capture, 1);
        w.Pop();
    }));

    [Fact]
    public void Names_are_distinct() => Rejected(RejectionCode.DuplicateFieldName, 12, Of(w => { Pair(w, Text); Pair(w, Text); w.CallNamed(Capture, 2); w.Pop(); }));

    [Fact]
    public void Only_captures_take_names() => Rejected(RejectionCode.NotNameable, 6, Of(w => { Pair(w, Text); w.CallNamed(Len, 1); w.Pop(); }));

    [Fact]
    public void Version_1_names_by_pairs_of_strings()
    {
        Assert.True(Accepted(Of(w => { Pair(w, Text); Pair(w, Other); w.CallFunc(Capture, 4); w.Pop(); }, version: 1)).Body.NamedCaptures[4]);
        Assert.False(Accepted(Of(w => { Pair(w, Text); Pair(w, Int); w.CallFunc(Capture, 4); w.Pop(); }, version: 1)).Body.NamedCaptures[4]);
        Assert.False(Accepted(Of(w => { Pair(w, Text); Pair(w, Other); w.CallFunc(Capture, 4); w.Pop(); })).Body.NamedCaptures[4]);
        Rejected(RejectionCode.DuplicateFieldName, 12, Of(w => { Pair(w, Text); Pair(w, Text); w.CallFunc(Capture, 4); w.Pop(); }, version: 1));
    }

    /// <summary>As many jumps as code can hold, over a deep stack; every slot is known still at the end.</summary>
    [Fact]
    public void Many_jumps_over_a_deep_stack()
    {
        VerifiedCode code = Accepted(Of(w =>
        {
            w.PushConst(Text);
            for (int i = 1; i < 500; i++)
                w.PushConst(Int);
            for (int i = 0; i < 15_000; i++)
            {
                w.Dup();
                Assert.True(w.TryPatch(w.JumpIfFalse()));
            }

            for (int i = 2; i < 500; i++)
                w.Pop();
            w.CallNamed(Capture, 1);
            w.Pop();
        })).Body;
        Assert.Equal(500 + 30_000 + 498 + 2, code.MaxCost);
        Assert.Equal(501, code.MaxDepth);
    }

    private static void Pair(CodeWriter w, ushort key)
    {
        w.PushConst(key);
        w.PushConst(Int);
    }

    private static void Conditional(CodeWriter w, Action then, Action otherwise)
    {
        w.PushConst(Int);
        int toElse = w.JumpIfFalse();
        then();
        int toEnd = w.Jump();
        Assert.True(w.TryPatch(toElse));
        otherwise();
        Assert.True(w.TryPatch(toEnd));
    }

    private static Program WithCode(params byte[] body)
    {
        Program program = Of();
        return program with { Probes = [program.Probes[0] with { Body = [.. body] }] };
    }
}
