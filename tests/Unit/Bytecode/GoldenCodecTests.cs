using HogTrace.Bytecode;
using Wire = HogTrace.Bytecode.Wire;

namespace HogTrace.Tests.Unit.Bytecode;

public sealed class GoldenCodecTests
{
    public static TheoryData<string> Names => [.. Golden.Accepted.Select(golden => golden.Name)];

    [Fact]
    public void The_corpus_is_whole() => Assert.Equal(246, Golden.Accepted.Count());

    [Theory]
    [MemberData(nameof(Names))]
    public void What_the_reference_wrote_is_written_back_to_the_byte(string name)
    {
        byte[] bytes = Bytes(name);
        ReadResult<Program> read = ProgramCodec.Read(bytes);
        Assert.True(read.IsAccepted, read.Rejection?.ToString());
        Assert.Equal(Convert.ToHexString(bytes), Convert.ToHexString(ProgramCodec.Write(read.Value)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Our_reader_agrees_with_the_generated_parser(string name)
    {
        byte[] bytes = Bytes(name);
        Program program = ProgramCodec.Read(bytes).Value!;
        Assert.Equal(Wire.Program.Parser.ParseFrom(bytes), ProgramWriter.ToWire(program));
    }

    /// <summary>The reference calls any name; our function table is closed. Nothing else of its programs is rejected.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void What_the_reference_wrote_verifies_unless_it_breaks_a_rule_that_is_ours(string name)
    {
        VerificationResult result = Verifier.Verify(ProgramCodec.Read(Bytes(name)).Value!);
        if (result.IsAccepted)
            return;
        Assert.True(
            result.Rejection.Code is RejectionCode.UnknownFunction or RejectionCode.WrongArity or RejectionCode.ExitOnlyName
                or RejectionCode.CaptureInPredicate or RejectionCode.DuplicateFieldName,
            result.Rejection.ToString());
    }

    private static byte[] Bytes(string name) => Golden.Accepted.Single(golden => golden.Name == name).Bytes!;
}
