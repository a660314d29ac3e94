using HogTrace.IlRewriting;
using HogTrace.IlRewriting.Checking;
using HogTrace.Tests.Rewriting.Metadata;

namespace HogTrace.Tests.Rewriting.Checking;

/// <summary>What the checker complains of, and what it doesn't.</summary>
public sealed class CheckerTests
{
    private static readonly MethodDescription s_method = new()
    {
        Signature = [0x00, 0x02, 0x08, 0x08, 0x0E], // static int (int, string)
        LocalSignature = [0x07, 0x03, 0x08, 0x11, 0x09, 0x1C], // int, a struct, object
        DeclaringType = [0x12, 0x04],
    };

    [Theory]
    [InlineData("ldarg.0; ret")]
    [InlineData("ldarg.1; call 06000002; ret")]
    [InlineData("ldarg.1; ldarg.0; call 06000003; conv.i4; ret")]
    [InlineData("ldloca.s 1; call 2B000002; stloc.1; ldc.i4.0; ret")]
    [InlineData("ldloca.s 0; call 2B000001; conv.i4; ret")]
    [InlineData("ldarg.0; brtrue 4; ldc.i4.1; br 5; ldc.i4.2; ret")]
    [InlineData("ldarg.0; switch 2 3; nop; ldarg.0; ret")]
    [InlineData("ldnull; throw")]
    [InlineData("nop; leave 4; pop; leave 4; ldarg.0; ret", "Catch 0-2 2-4")]
    [InlineData("nop; leave 6; pop; ldc.i4.0; endfilter; throw; ldarg.0; ret", "Filter 0-2 2-5-6")]
    [InlineData("nop; leave 3; endfinally; ldarg.0; ret", "Finally 0-2 2-3")]
    [InlineData("nop; leave 6; pop; leave 6; pop; leave 6; ldarg.0; ret", "Catch 0-2 2-4", "Catch 0-2 4-6")]
    [InlineData("nop; leave 5; pop; leave 5; endfinally; ldarg.0; ret", "Catch 0-2 2-4", "Finally 0-4 4-5")]
    public void ValidBodiesPass(string code, params string[] clauses) =>
        Assert.Null(Check(Assembler.Body(code, clauses, locals: 0x11000001)));

    [Theory]
    [InlineData("ret", "the stack is empty")]
    [InlineData("ldarg.1; ret", "Object where Int32")]
    [InlineData("ldarg.0; ldarg.0; ret", "nothing else")]
    [InlineData("ldarg.0; pop", "runs off the end")]
    [InlineData("ldarg.2; ret", "no such argument")]
    [InlineData("ldloc.3; ret", "no such local")]
    [InlineData("ldarg.0; ret; stloc.3; br 2", "no such local")]
    [InlineData("ldarg.0; call 06000002; ret", "Int32 where Object")]
    [InlineData("ldarg.0; ldarg.0; call 06000003; conv.i4; ret", "an object or address")]
    [InlineData("ldarg.1; ldarg.0; call 06000003; ret", "Int64 where Int32")]
    [InlineData("call 06000009; ldarg.0; ret", "no method's")]
    [InlineData("ldsfld 06000001; ret", "no field's")]
    [InlineData("ldsfld 04000001; ret", "Float where Int32")]
    [InlineData("ldloca.s 1; call 2B000001; stloc.1; ldc.i4.0; ret", "Float where Value")]
    [InlineData("ldarg.0; brtrue 4; ldc.i4.1; br 5; ldarg.1; ret", "meet")]
    [InlineData("ldarg.0; brtrue 3; ldc.i4.1; ldc.i4.1; ret", "meet")]
    [InlineData("ldarg.0; ldarg.1; add; ret", "no arithmetic")]
    [InlineData("ldarg.0; ldarg.1; ceq; ret", "compared")]
    [InlineData("ldarg.1; ldind.i4; ret", "Object for 'p'")]
    [InlineData("ldarg.0; dup; dup; dup; pop; pop; pop; ret", "deeper than 3")]
    [InlineData("nop; nop; pop; leave 4; ldarg.0; ret", "into or out of", "Catch 0-2 2-4")]
    [InlineData("nop; br 4; pop; leave 4; ldarg.0; ret", "into or out of", "Catch 0-2 2-4")]
    [InlineData("br 3; nop; leave 6; nop; leave 6; throw; ldarg.0; ret", "into or out of", "Catch 1-5 5-6")]
    [InlineData("ldarg.0; nop; leave 4; throw; ldarg.0; ret", "the start of a try", "Catch 1-3 3-4")]
    [InlineData("nop; leave 3; leave 3; ldarg.0; ret", "it leaves to where it can't", "Finally 0-2 2-3")]
    [InlineData("nop; leave 6; nop; leave 6; endfinally; throw; ldarg.0; ret", "different regions", "Catch 0-2 5-6", "Finally 0-4 4-5")]
    [InlineData("nop; leave 5; pop; ldc.i4.0; throw; ldarg.0; ret", "endfilter", "Filter 0-2 2-4-5")]
    [InlineData("nop; leave 6; ldc.i4.0; endfilter; throw; nop; ldarg.0; ret", "can't be in this region", "Filter 0-2 2-4-5")]
    [InlineData("ldarg.0; ret; throw", "can't be in this region", "Catch 0-2 2-3")]
    [InlineData("nop; leave 4; rethrow; nop; ldarg.0; ret", "can't be in this region", "Finally 0-2 2-3")]
    [InlineData("nop; leave 5; pop; leave 5; endfinally; ldarg.0; ret", "does not come after", "Finally 0-4 4-5", "Catch 0-2 2-4")]
    [InlineData("nop; leave 5; pop; leave 5; endfinally; ldarg.0; ret", "overlap", "Catch 0-2 2-4", "Finally 1-3 4-5")]
    [InlineData("endfinally; ldarg.0; ret", "can't be in this region")]
    public void InvalidBodiesDoNot(string code, string problem, params string[] clauses) =>
        Assert.Contains(problem, Check(Assembler.Body(code, clauses, maxStack: 3, locals: 0x11000001)), StringComparison.Ordinal);

    private static string? Check(byte[] body) => BodyChecker.Check(s_method, body, new NoMetadata());
}
