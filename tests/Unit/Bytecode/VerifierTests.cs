using HogTrace.Bytecode;
using static HogTrace.Tests.Unit.Bytecode.Sample;

namespace HogTrace.Tests.Unit.Bytecode;

public sealed class VerifierTests
{
    [Fact]
    public void Unknown_version() => Assert.Equal(RejectionCode.UnknownVersion, Verifier.Verify(Of(version: 3)).Rejection!.Code);

    [Fact]
    public void Unknown_opcode() => Rejected(RejectionCode.UnknownOpcode, 0, WithBody(0xff));

    [Fact]
    public void Truncated_instruction() => Rejected(RejectionCode.TruncatedInstruction, 0, WithBody(0x01, 0));

    [Fact]
    public void Later_version() => Rejected(RejectionCode.OpcodeOfLaterVersion, 3, Of(w => { w.PushConst(Int); w.Neg(); w.Pop(); }, version: 1));

    [Fact]
    public void StoreVar() => Rejected(RejectionCode.ForbiddenOpcode, 3, Of(w => { w.PushConst(Int); w.StoreVar(Arg0); }));

    [Fact]
    public void Constant_out_of_range() => Rejected(RejectionCode.ConstantOutOfRange, 0, Of(w => { w.PushConst(99); w.Pop(); }));

    [Fact]
    public void Name_is_no_value() => Rejected(RejectionCode.WrongConstantKind, 0, Of(w => { w.PushConst(Arg0); w.Pop(); }));

    [Fact]
    public void Value_is_no_name() => Rejected(RejectionCode.WrongConstantKind, 0, Of(w => { w.LoadVar(Int); w.Pop(); }));

    [Fact]
    public void Any_text_is_a_name() => Accepted(Of(w => { w.LoadVar(Text); w.GetAttr(Len); w.Pop(); }));

    [Fact]
    public void Slice_with_unknown_parts() => Rejected(RejectionCode.InvalidCount, 3, Of(w => { w.LoadVar(Arg0); w.GetSlice(8); w.Pop(); }));

    [Fact]
    public void Underflow() => Rejected(RejectionCode.StackUnderflow, 3, Of(w => { w.PushConst(Int); w.Add(); }));

    [Fact]
    public void Deepest_stack() =>
        Assert.Equal(Limits.StackDepth, Accepted(Of(w => Repeat(Limits.StackDepth, () => w.PushConst(Int)), version: 1)).Body.MaxDepth);

    [Fact]
    public void Overflow() => Rejected(RejectionCode.StackOverflow, 3 * Limits.StackDepth, Of(w => Repeat(Limits.StackDepth + 1, () => w.PushConst(Int)), version: 1));

    [Fact]
    public void Overflow_by_a_proxy() => Rejected(RejectionCode.StackOverflow, 3 * Limits.StackDepth, Of(w =>
    {
        Repeat(Limits.StackDepth, () => w.PushConst(Int));
        w.LoadVar(Req);
    }, version: 1));

    [Fact]
    public void Empty_predicate_is_none() => Assert.Null(Accepted(Of()).Predicate);

    [Fact]
    public void Predicate_leaves_one() => Rejected(RejectionCode.WrongFinalDepth, 6, Of(predicate: w => { w.PushConst(Int); w.PushConst(Int); }), CodeBlock.Predicate);

    [Fact]
    public void Body_leaves_nothing() => Rejected(RejectionCode.WrongFinalDepth, 3, Of(w => w.PushConst(Int)));

    [Fact]
    public void Exit_only_name() => Rejected(RejectionCode.ExitOnlyName, 0, Of(w => { w.LoadVar(Retval); w.Pop(); }));

    [Fact]
    public void Exit_only_name_at_exit() => Accepted(Of(w => { w.LoadVar(Retval); w.Pop(); }, point: ProbePoint.Exit));

    [Fact]
    public void Unknown_function() => Rejected(RejectionCode.UnknownFunction, 0, Of(w => { w.CallFunc(Nope, 0); w.Pop(); }));

    [Fact]
    public void Wrong_arity() => Rejected(RejectionCode.WrongArity, 0, Of(w => { w.CallFunc(Len, 0); w.Pop(); }));

    [Fact]
    public void Capture_in_predicate() => Rejected(RejectionCode.CaptureInPredicate, 0, Of(predicate: w => w.CallFunc(Capture, 0)), CodeBlock.Predicate);

    [Fact]
    public void Proxy_is_read_and_set() => Accepted(Of(w => { w.LoadVar(Req); w.LoadVar(Req); w.GetAttr(X); w.SetAttr(X); }));

    [Fact]
    public void Proxy_is_no_argument() => Rejected(RejectionCode.ProxyAsValue, 3, Of(w => { w.LoadVar(Req); w.CallFunc(Capture, 1); w.Pop(); }));

    [Fact]
    public void Proxy_is_not_what_is_set() => Rejected(RejectionCode.ProxyAsValue, 6, Of(w => { w.LoadVar(Req); w.LoadVar(Req); w.SetAttr(X); }));

    [Fact]
    public void Proxy_is_neither_copied_nor_dropped()
    {
        Rejected(RejectionCode.ProxyAsValue, 3, Of(w => { w.LoadVar(Req); w.Dup(); }));
        Rejected(RejectionCode.ProxyAsValue, 3, Of(w => { w.LoadVar(Req); w.Pop(); }));
    }

    [Fact]
    public void Proxy_is_not_left() => Rejected(RejectionCode.ProxyAsValue, 3, Of(w => w.LoadVar(Req), version: 1));

    [Fact]
    public void Host_objects_are_not_set() => Rejected(RejectionCode.SetAttrOnValue, 6, Of(w => { w.LoadVar(Arg0); w.PushConst(Int); w.SetAttr(X); }));

    private static Program WithBody(params byte[] body)
    {
        Program program = Of();
        return program with { Probes = [program.Probes[0] with { Body = [.. body] }] };
    }

    private static void Repeat(int times, Action action)
    {
        for (int i = 0; i < times; i++)
            action();
    }
}
