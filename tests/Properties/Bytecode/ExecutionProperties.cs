using CsCheck;
using HogTrace.Bytecode;
using HogTrace.Tests.Properties.Generation;

namespace HogTrace.Tests.Properties.Bytecode;

/// <summary>Random bytecode: what the verifier accepts runs, and runs as in the checking interpreter however often it has run.</summary>
public sealed class ExecutionProperties
{
    private const int Programs = 30_000;

    [Fact]
    public void WhatTheVerifierAcceptsRuns()
    {
        int accepted = 0;
        Gen.Byte.Array[0, 250].Sample(
            bytes =>
            {
                var choices = new Choices(bytes);
                var engine = choices.Pick(Run.Engines);
                var frame = FrameMaker.Make(choices);
                var (program, isUnsteady) = ProgramMaker.Make(choices);
                if (!Verifier.Verify(program).IsAccepted)
                    return;
                accepted++;
                var probe = HogTraceProgram.Load(ProgramCodec.Write(program)).Probes[0];
                string plain = Run.ObserveChecked(engine, probe, frame);
                for (int i = 0; i < 3; i++)
                {
                    string seen = Run.Observe(engine, probe, frame);
                    Assert.True(isUnsteady || plain == seen, $"checking interpreter {plain}\nrun {i} {seen}\n{Run.Listing(program)}");
                }
            },
            iter: Programs,
            threads: 1);
        Assert.True(accepted > Programs / 2, $"the verifier accepted only {accepted} of {Programs} programs");
    }

    [Fact]
    public void BytesAreCanonical() => Gen.Byte.Array[0, 250].Sample(
        bytes =>
        {
            byte[] written = ProgramCodec.Write(ProgramMaker.Make(new Choices(bytes)).Program);
            Assert.Equal(written, ProgramCodec.Write(ProgramCodec.Read(written).Value!));
        },
        iter: 10_000,
        threads: 1);
}
