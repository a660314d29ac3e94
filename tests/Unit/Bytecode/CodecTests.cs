using Google.Protobuf;
using HogTrace.Bytecode;
using Wire = HogTrace.Bytecode.Wire;

namespace HogTrace.Tests.Unit.Bytecode;

public sealed class CodecTests
{
    private static readonly Probe s_probe = new()
    {
        Id = "p",
        Specifier = "Shop.*.Create",
        Point = ProbePoint.Exit,
        Offset = 5,
        Sampling = 0.25,
        Predicate = [1, 0, 0],
        Body = [2, 2],
        Positions = [new(0, 4, 1), new(3, 2, 3), new(4, 2, 0)],
    };

    private static readonly Program s_program = new()
    {
        Version = 2,
        Constants = [Constant.None, Constant.Bool(false), Constant.Int(-1), Constant.Float(-0.0), Constant.String("é\0"), Constant.FieldName("")],
        Probes = [s_probe],
        Sampling = 0.5,
        SourceName = "a.hog",
        SourceText = "0123456",
    };

    [Fact]
    public void Version_2_keeps_everything()
    {
        byte[] bytes = ProgramCodec.Write(s_program);
        Program read = ProgramCodec.Read(bytes).Value!;
        Assert.Equal<Constant>(s_program.Constants, read.Constants);
        Assert.Equal<CodePosition>(s_probe.Positions, read.Probes[0].Positions);
        Assert.Equal((s_probe.Offset, s_probe.Sampling, s_probe.Point), (read.Probes[0].Offset, read.Probes[0].Sampling, read.Probes[0].Point));
        Assert.Equal((0.5, "a.hog", "0123456"), (read.Sampling, read.SourceName, read.SourceText));
        Assert.Equal(bytes, ProgramCodec.Write(read));
    }

    [Fact]
    public void Version_1_keeps_the_references_fields_only()
    {
        Program read = ProgramCodec.Read(ProgramCodec.Write(s_program with { Version = 1 })).Value!;
        Assert.Equal((null, null, "", ""), (read.Probes[0].Offset, read.Probes[0].Sampling, read.SourceName, read.SourceText));
        Assert.Empty(read.Probes[0].Positions);
    }

    [Fact]
    public void A_rate_too_small_for_the_wire_does_not_become_always() =>
        Assert.True(ProgramCodec.Read(ProgramCodec.Write(s_program with { Sampling = 1e-300 })).Value!.Sampling < 1e-40);

    [Fact]
    public void A_missing_rate_means_always() => Assert.Equal(1.0, ProgramCodec.Read([0x08, 1]).Value!.Sampling);

    [Fact]
    public void The_list_schema_carries_the_same_programs()
    {
        Wire.Program wire = ProgramWriter.ToWire(s_program with { Version = 1 });
        var compiled = new Wire.CompiledProgram { BytecodeVersion = 1, ConstantPool = wire.ConstantPool, Probes = { wire.Probes } };
        var listed = new Wire.HogTraceProgram { Id = "x", Hash = "h", Limit = 7, Sampling = 0.5f, CompiledProgram = compiled };
        byte[] one = new Wire.ProgramList { RetrievedAt = 1, Programs = { listed } }.ToByteArray();
        Assert.Equal(wire, ProgramWriter.ToWire(ProgramCodec.Read(one).Value!));

        byte[] two = new Wire.ProgramList { Programs = { listed, listed } }.ToByteArray();
        Assert.Equal(RejectionCode.NotOneProgram, ProgramCodec.Read(two).Rejection!.Code);
        IReadOnlyList<ListedProgram> all = ProgramCodec.ReadAll(two).Value!;
        Assert.Equal([("x", "h", 7u), ("x", "h", 7u)], all.Select(p => (p.Id, p.Hash, p.Limit)));
    }

    [Fact]
    public void A_message_that_shows_nothing_is_a_list_without_programs() => Assert.Empty(ProgramCodec.ReadAll([]).Value!);
}
