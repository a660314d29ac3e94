using HogTrace.Bytecode;

namespace HogTrace.Runtime;

/// <summary>Which captured values of a program come from secret names, found once when it is loaded.</summary>
internal sealed class SecretFlow
{
    private readonly Dictionary<(VerifiedCode Code, int Instruction), bool[]> _captures;

    private SecretFlow(Dictionary<(VerifiedCode Code, int Instruction), bool[]> captures) => _captures = captures;

    public static SecretFlow Analyze(VerifiedProgram program, SecretNames names) => new([]);

    /// <summary>For each field of the capture call at an instruction index, whether its value is secret; empty when none is.</summary>
    public ReadOnlySpan<bool> Fields(VerifiedCode code, int instruction) =>
        _captures.GetValueOrDefault((code, instruction));
}
