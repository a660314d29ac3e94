using HogTrace.IlRewriting;
using HogTrace.IlRewriting.Plans;
using HogTrace.Tests.Rewriting.Metadata;

namespace HogTrace.Tests.Rewriting.Shapes;

/// <summary>What is declined, and why.</summary>
public sealed class DeclineTests
{
    private static readonly ProbePlan s_entry = new(Rewritten.Typed(1), null, null, false);

    // static int (int, typedref)
    private static readonly MethodDescription s_method = new() { Signature = [0x00, 0x02, 0x08, 0x08, 0x16], DeclaringType = [0x12, 0x04] };

    [Fact]
    public void Code()
    {
        Declines(DeclineReason.Jump, s_method, s_entry, Assembler.Body("jmp 06000001"));
        Declines(DeclineReason.VariableArguments, s_method, s_entry, Assembler.Body("arglist; pop; ldarg.0; ret"));
        Declines(DeclineReason.ReturnInClause, s_method, s_entry, Assembler.Body("ldarg.0; ret; pop; leave 0", ["Catch 0-2 2-4"]));
    }

    [Fact]
    public void Methods()
    {
        byte[] body = Assembler.Body("ldarg.0; ret");
        Declines(DeclineReason.RuntimeAsync, s_method with { IsRuntimeAsync = true }, s_entry, body);
        Declines(DeclineReason.VariableArguments, s_method with { Signature = [0x05, 0x00, 0x08] }, s_entry, body);
        Declines(DeclineReason.MalformedSignature, s_method with { Signature = [0x00, 0x01, 0x08] }, s_entry, body);
        Declines(DeclineReason.MalformedSignature, s_method with { DeclaringType = [] }, s_entry, body);
        Declines(DeclineReason.MalformedSignature, s_method, s_entry, Assembler.Body("ldarg.0; ret", locals: 0x11000001));
        Declines(DeclineReason.MalformedBody, s_method, s_entry, []);
        Declines(DeclineReason.MalformedBody, s_method, s_entry, body[..^1]);
    }

    [Fact]
    public void PlansThatDoNotFit()
    {
        byte[] body = Assembler.Body("ldarg.0; ret");
        ProbePlan[] plans =
        [
            new(null, null, null, false),
            new(Rewritten.Typed(1, Rewritten.Argument(1)), null, null, false),
            new(Rewritten.Typed(1, Rewritten.Argument(2)), null, null, false),
            new(Rewritten.Typed(1, new HookInput(InputKind.Self)), null, null, false),
            new(Rewritten.Typed(1, new HookInput(InputKind.Result)), null, null, false),
            new(Rewritten.Typed(1, new HookInput(InputKind.Duration)), null, null, true),
            new(null, Rewritten.Typed(1, new HookInput(InputKind.Duration)), null, false),
            new(null, Rewritten.Typed(1, new HookInput(InputKind.Exception)), null, false),
            new(null, null, Rewritten.Typed(1, new HookInput(InputKind.Result)), false),
            new(new HookCall(1, HookForm.Async, []), null, null, false),
            new(null, new HookCall(1, HookForm.Async, [new(InputKind.Result)]), null, false),
            new(Rewritten.Typed(1, [.. Enumerable.Repeat(Rewritten.Argument(0), 9)]), null, null, false),
        ];
        Assert.All(plans, plan => Declines(DeclineReason.PlanDoesNotFit, s_method, plan, body));
    }

    [Fact]
    public void TooManyLocals()
    {
        byte[] locals = [0x07, 0xC0, 0x00, 0xFF, 0xFE, .. Enumerable.Repeat((byte)0x08, 0xFFFE)];
        var plan = new ProbePlan(null, Rewritten.Typed(1), null, false);
        Declines(DeclineReason.TooLarge, s_method with { LocalSignature = locals }, plan, Assembler.Body("ldarg.0; ret", locals: 0x11000001));
    }

    private static void Declines(DeclineReason reason, MethodDescription method, ProbePlan plan, byte[] body)
    {
        var result = BodyRewriter.Rewrite(method, body, plan, new AddedTokens(new NoMetadata()));
        Assert.Equal(reason, result.Reason);
        Assert.NotNull(result.Detail);
        Assert.Null(result.Body);
    }
}
