using HogTrace.Bytecode;

namespace HogTrace.Tests.Unit.Bytecode;

/// <summary>Programs of one probe, written by hand.</summary>
internal static class Sample
{
    public const ushort Int = 0, Text = 1, Arg0 = 2, Req = 3, X = 4, Capture = 5, Len = 6, Retval = 7, Other = 8, Nope = 9;

    public static Program Of(Action<CodeWriter>? body = null, Action<CodeWriter>? predicate = null, uint version = 2, ProbePoint point = ProbePoint.Entry) => new()
    {
        Version = version,
        Constants =
        [
            Constant.Int(7), Constant.String("a"), Constant.Identifier("arg0"), Constant.Identifier("$req"), Constant.FieldName("x"),
            Constant.FunctionName("capture"), Constant.FunctionName("len"), Constant.Identifier("retval"), Constant.String("b"),
            Constant.FunctionName("eval"),
        ],
        Probes = [new Probe { Id = "p", Specifier = "a.b", Point = point, Predicate = Code(predicate), Body = Code(body) }],
    };

    public static VerifiedProbe Accepted(Program program)
    {
        VerificationResult result = Verifier.Verify(program);
        Assert.True(result.IsAccepted, result.Rejection?.ToString());
        return result.Program.Probes[0];
    }

    public static void Rejected(RejectionCode code, int offset, Program program, CodeBlock block = CodeBlock.Body)
    {
        VerificationResult result = Verifier.Verify(program);
        Assert.False(result.IsAccepted);
        Assert.Equal((code, "p", block, offset), (result.Rejection.Code, result.Rejection.ProbeId, result.Rejection.Block, result.Rejection.Offset));
    }

    private static System.Collections.Immutable.ImmutableArray<byte> Code(Action<CodeWriter>? write)
    {
        var writer = new CodeWriter();
        write?.Invoke(writer);
        return writer.ToArray();
    }
}
