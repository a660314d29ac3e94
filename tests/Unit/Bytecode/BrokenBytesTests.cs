using HogTrace.Bytecode;

namespace HogTrace.Tests.Unit.Bytecode;

/// <summary>Whatever the bytes, reading, verifying and listing end with an answer.</summary>
public sealed class BrokenBytesTests
{
    public static TheoryData<string> Names => ["bench_pred_arith", "bench_pred_and", "req_copy", "fuzzcorpus_06_multi_probe", "lit_str_unicode"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_truncation_is_answered(string name)
    {
        byte[] bytes = Bytes(name);
        for (int length = 0; length < bytes.Length; length++)
            Answer(bytes[..length]);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_flipped_bit_is_answered(string name)
    {
        byte[] bytes = Bytes(name);
        for (int bit = 0; bit < bytes.Length * 8; bit++)
        {
            byte[] flipped = [.. bytes];
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            Answer(flipped);
        }
    }

    private static byte[] Bytes(string name) => Golden.Accepted.Single(golden => golden.Name == name).Bytes!;

    private static void Answer(byte[] bytes)
    {
        ReadResult<Program> read = ProgramCodec.Read(bytes);
        Assert.True(read.IsAccepted != read.Rejection is not null);
        if (!read.IsAccepted)
            return;
        VerificationResult verified = Verifier.Verify(read.Value);
        Assert.True(verified.IsAccepted != verified.Rejection is not null);
        Disassembler.Write(read.Value, TextWriter.Null);
        Assert.Equal(ProgramCodec.Write(read.Value), ProgramCodec.Write(ProgramCodec.Read(ProgramCodec.Write(read.Value)).Value!));
    }
}
