using System.Collections.Immutable;

namespace HogTrace.Bytecode;

/// <summary>A program that may run. Only <see cref="Verifier"/> makes one.</summary>
internal sealed class VerifiedProgram
{
    /// <summary>Only the verifier calls this.</summary>
    internal VerifiedProgram(Program program, ImmutableArray<VerifiedProbe> probes)
    {
        Program = program;
        Probes = probes;
    }

    public Program Program { get; }

    public ImmutableArray<VerifiedProbe> Probes { get; }
}
