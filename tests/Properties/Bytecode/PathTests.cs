using HogTrace.Bytecode;

namespace HogTrace.Tests.Properties.Bytecode;

/// <summary>What random programs have found in the verifier.</summary>
public sealed class PathTests
{
    /// <summary>
    /// A path that holds the store's proxy in slot 0 jumps over a place where another, with a value in that slot, has
    /// come in; nothing between the jump and its target touches the slot.
    /// </summary>
    [Fact]
    public void AProxyDoesNotMeetAValueFromAnEarlierJump()
    {
        var code = new CodeWriter();
        code.PushConst(0);
        code.PushConst(0);
        int value = code.JumpIfTrue();
        code.Pop();
        code.LoadVar(1);
        code.PushConst(0);
        int proxy = code.JumpIfTrue();
        int otherProxy = code.Jump();
        Assert.True(code.TryPatch(value));
        code.PushConst(0);
        code.Pop();
        Assert.True(code.TryPatch(proxy) && code.TryPatch(otherProxy));
        var program = new Program
        {
            Version = BytecodeVersion.Current,
            Constants = [Constant.Bool(true), Constant.Identifier(ReservedNames.Req)],
            Probes = [new Probe { Id = "p", Specifier = "a.b", Point = ProbePoint.Entry, Predicate = code.ToArray() }],
        };
        Assert.Equal(RejectionCode.StackMismatch, Verifier.Verify(program).Rejection?.Code);
    }
}
