using HogTrace.Bytecode;
using HogTrace.Tests.Properties.Generation;

namespace HogTrace.Tests.Properties.Breaking;

/// <summary>The way of foreign bytes: read, listed, verified, run.</summary>
internal static class Bytes
{
    private static readonly ProbeFrame[] s_frames =
    [
        FrameMaker.Make(new Choices([2, 2, 3, 1, 5, 9, 17])), FrameMaker.Make(new Choices([3, 31, 36, 38, 35, 28, 29])),
    ];

    /// <summary>Takes bytes as far as they go; whether they were run.</summary>
    public static bool Follow(byte[] bytes)
    {
        var read = ProgramCodec.Read(bytes);
        Assert.Equal(read.IsAccepted, read.Rejection is null);
        if (!read.IsAccepted)
            return false;
        byte[] written = ProgramCodec.Write(read.Value);
        Assert.Equal(written, ProgramCodec.Write(ProgramCodec.Read(written).Value!));
        Disassembler.Write(read.Value, TextWriter.Null);
        if (!HogTraceProgram.TryLoad(bytes, "", out var program, out var rejection))
        {
            Assert.False(string.IsNullOrEmpty(rejection.Message));
            return false;
        }

        foreach (var probe in program.Probes)
        {
            foreach (var frame in s_frames)
            {
                frame.Point = probe.Point;
                Run.Observe(Run.Engines[0], probe, frame);
            }
        }

        return true;
    }
}
