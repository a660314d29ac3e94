using HogTrace.Bytecode;

namespace HogTrace.Parser.Lowering;

/// <summary>Keeps a program within one message of the wire, without what only serves diagnostics if need be.</summary>
internal static class MessageLimit
{
    /// <summary>The program with its source and positions, as far as they fit; null when its code alone does not.</summary>
    public static Program? Fit(Program program)
    {
        if (Fits(program))
            return program;
        Program unsourced = program with { SourceText = "" };
        if (Fits(unsourced))
            return unsourced;
        Program bare = unsourced with { Probes = [.. program.Probes.Select(probe => probe with { Positions = [] })] };
        return Fits(bare) ? bare : null;
    }

    private static bool Fits(Program program) => ProgramCodec.Measure(program) <= Limits.MessageBytes;
}
