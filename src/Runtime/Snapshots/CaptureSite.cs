using System.Collections.Immutable;
using System.Runtime.InteropServices;
using HogTrace.Bytecode;

namespace HogTrace.Runtime;

/// <summary>What is known of a capture call before it runs: the names of its fields and which of them are secret.</summary>
internal sealed class CaptureSite
{
    /// <param name="names">A name for each field, in order.</param>
    /// <param name="flows">For each field, whether its value comes from a secret name (<see cref="SecretFlow"/>); empty means none.</param>
    /// <param name="secrets">Names that are secret themselves.</param>
    public CaptureSite(ImmutableArray<string> names, ReadOnlySpan<bool> flows, SecretNames secrets)
    {
        Names = names;
        var secret = ImmutableArray.CreateBuilder<bool>(names.Length);
        for (int i = 0; i < names.Length; i++)
            secret.Add((i < flows.Length && flows[i]) || secrets.IsSecret(names[i]));
        Secret = secret.MoveToImmutable();
    }

    public ImmutableArray<string> Names { get; }

    /// <summary>For each field, whether its value is redacted.</summary>
    public ImmutableArray<bool> Secret { get; }

    /// <summary>The site of the capture call at an instruction index.</summary>
    public static CaptureSite Of(VerifiedProgram program, VerifiedCode code, int instruction, SecretFlow flow, SecretNames secrets)
    {
        Instruction call = code.Instructions[instruction];
        bool isNamed = call.Opcode == Opcode.CallNamed || code.NamedCaptures[instruction];
        int fields = isNamed && call.Opcode == Opcode.CallFunc ? call.Count / 2 : call.Count;
        var names = new string[fields];
        for (int i = 0; i < fields; i++)
            names[i] = $"arg{i}";
        if (isNamed)
            ReadNames(program, code, instruction, names);
        return new CaptureSite(ImmutableCollectionsMarshal.AsImmutableArray(names), flow.Fields(code, instruction), secrets);
    }

    // The stack is never lower than a name's slot between the push of the name and the call, so walking back from the
    // call the first instruction that starts at the depth of the slot is that push.
    private static void ReadNames(VerifiedProgram program, VerifiedCode code, int call, string[] names)
    {
        int bottom = code.Depths[call] - (names.Length * 2);
        int next = names.Length - 1;
        for (int i = call - 1; i >= 0 && next >= 0; i--)
        {
            if (code.Depths[i] != bottom + (next * 2))
                continue;
            names[next--] = program.Program.Constants[code.Instructions[i].Constant].Text ?? "";
        }
    }
}
