using Google.Protobuf;
using HogTrace.Bytecode;
using Wire = HogTrace.Bytecode.Wire;

namespace HogTrace.Tests.Unit.Bytecode;

/// <summary>Each mistake on the wire has a code of its own.</summary>
public sealed class RejectionTests
{
    [Fact]
    public void Malformed_message() => Rejects(RejectionCode.MalformedMessage, [0x08]);

    [Fact]
    public void Both_schemas_at_once() => Rejects(RejectionCode.MalformedMessage, [0x08, 1, 0x0a, 0]);

    [Fact]
    public void Group_that_does_not_end() => Rejects(RejectionCode.MalformedMessage, [0x08, 1, 0xa3, 6]);

    [Fact]
    public void Group_that_ends_but_never_began() => Rejects(RejectionCode.MalformedMessage, [0x08, 1, 0xa4, 6]);

    [Fact]
    public void Nested_groups_are_passed_over() => Assert.True(ProgramCodec.Read([0x08, 1, 0xa3, 6, 0xab, 6, 0xac, 6, 0xa4, 6]).IsAccepted);

    [Fact]
    public void Groups_nested_too_deep() =>
        Rejects(RejectionCode.MalformedMessage, [0x08, 1, .. Enumerable.Repeat<byte[]>([0xa3, 6], 200_000).SelectMany(tag => tag)]);

    [Fact]
    public void Message_too_long() => Rejects(RejectionCode.MessageTooLong, new byte[Limits.MessageBytes + 1]);

    [Theory]
    [InlineData(0u)]
    [InlineData(3u)]
    [InlineData(uint.MaxValue)]
    public void Unknown_version(uint version) => Rejects(RejectionCode.UnknownVersion, Sample(m =>
    {
        m.Version = version;
        m.Sampling = 1;
    }));

    [Fact]
    public void Too_many_constants() => Rejects(RejectionCode.TooManyConstants, Sample(m =>
    {
        for (int i = 0; i <= Limits.Constants; i++)
            m.ConstantPool.Constants.Add(new Wire.Constant { IntValue = 0 });
    }));

    [Fact]
    public void Constant_without_value() =>
        Rejects(RejectionCode.ConstantWithoutValue, Sample(m => m.ConstantPool.Constants.Add(new Wire.Constant())));

    [Theory]
    [InlineData(3)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void Invalid_utf8(int field) =>
        Rejects(RejectionCode.InvalidUtf8, [0x08, 1, 0x12, 5, 0x0a, 3, (byte)((field << 3) | 2), 1, 0xff]);

    [Fact]
    public void String_too_long() => Rejects(RejectionCode.StringTooLong, Sample(m =>
        m.ConstantPool.Constants.Add(new Wire.Constant { StringValue = new string('x', Limits.StringBytes + 1) })));

    [Fact]
    public void Too_many_probes() => Rejects(RejectionCode.TooManyProbes, Sample(m =>
    {
        for (int i = 0; i < Limits.Probes; i++)
            m.Probes.Add(ProbeMessage($"q{i}"));
    }));

    [Fact]
    public void Empty_probe_id() => Rejects(RejectionCode.EmptyProbeId, Sample(m => m.Probes[0].Id = ""));

    [Fact]
    public void Duplicate_probe_id() => Rejects(RejectionCode.DuplicateProbeId, Sample(m => m.Probes.Add(ProbeMessage("p"))), "p");

    [Fact]
    public void Probe_without_spec() => Rejects(RejectionCode.ProbeWithoutSpec, Sample(m => m.Probes[0].Spec = null), "p");

    [Fact]
    public void Spec_without_kind() => Rejects(RejectionCode.ProbeWithoutSpec, Sample(m => m.Probes[0].Spec = new Wire.ProbeSpec()), "p");

    [Fact]
    public void Unknown_target() => Rejects(RejectionCode.UnknownTarget, Sample(m => m.Probes[0].Spec.Fn.Target = (Wire.FnProbeTarget)2), "p");

    [Fact]
    public void Code_too_long() => Rejects(RejectionCode.CodeTooLong, Sample(m => m.Probes[0].Body = ByteString.CopyFrom(new byte[Limits.CodeBytes + 1])), "p");

    [Theory]
    [InlineData(-0.5f)]
    [InlineData(1.5f)]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void Sampling_of_the_program(float rate) => Rejects(RejectionCode.InvalidSampling, Sample(m => m.Sampling = rate));

    [Theory]
    [InlineData(0)]
    [InlineData(-0.5)]
    [InlineData(1.5)]
    [InlineData(double.NaN)]
    public void Sampling_of_a_probe(double rate) => Rejects(RejectionCode.InvalidSampling, Sample(m => m.Probes[0].Sampling = rate), "p");

    [Theory]
    [InlineData("00")]          // not a triple
    [InlineData("0000")]
    [InlineData("000080")]      // a number that does not end
    [InlineData("010000")]      // beyond the code
    [InlineData("000000000000")] // does not ascend
    [InlineData("000100")]      // before the source
    [InlineData("000006")]      // longer than the source
    public void Malformed_positions(string positions) => Rejects(RejectionCode.MalformedPositions, Sample(m =>
    {
        m.Version = 2;
        m.SourceText = "hello";
        m.Probes[0].Body = ByteString.CopyFrom(2);
        m.Probes[0].Positions = ByteString.CopyFrom(Convert.FromHexString(positions));
    }), "p");

    [Fact]
    public void Not_one_program() => Rejects(RejectionCode.NotOneProgram, []);

    [Fact]
    public void Listed_program_without_code() =>
        Rejects(RejectionCode.ListedProgramWithoutCode, new Wire.ProgramList { Programs = { new Wire.HogTraceProgram { Id = "x" } } }.ToByteArray());

    [Fact]
    public void Too_many_programs()
    {
        var list = new Wire.ProgramList();
        for (int i = 0; i <= Limits.ListedPrograms; i++)
            list.Programs.Add(new Wire.HogTraceProgram { CompiledProgram = new Wire.CompiledProgram { BytecodeVersion = 1 } });
        Rejects(RejectionCode.TooManyPrograms, list.ToByteArray());
    }

    [Fact]
    public void A_rejection_reads_well()
    {
        Rejection rejection = ProgramCodec.Read(Sample(m => m.Probes[0].Spec = null)).Rejection!;
        Assert.Equal("HB1011 probe 'p': The probe does not say where it stands.", rejection.ToString());
    }

    private static void Rejects(RejectionCode code, byte[] message, string? probe = null)
    {
        ReadResult<Program> result = ProgramCodec.Read(message);
        Assert.Null(result.Value);
        Assert.Equal((code, probe, null, null), (result.Rejection!.Code, result.Rejection.ProbeId, result.Rejection.Block, result.Rejection.Offset));
    }

    private static Wire.Probe ProbeMessage(string id) => new()
    {
        Id = id,
        Spec = new Wire.ProbeSpec { Fn = new Wire.FnProbeSpec { FunctionSpecifier = "a.b" } },
    };

    private static byte[] Sample(Action<Wire.Program> change)
    {
        var message = new Wire.Program { Version = 1, ConstantPool = new Wire.ConstantPool(), Probes = { ProbeMessage("p") } };
        change(message);
        return message.ToByteArray();
    }
}
