using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace HogTrace.Bytecode;

/// <summary>Code of which every instruction is whole and lawful on its own, whether or not a path arrives there.</summary>
internal sealed class DecodedCode
{
    private DecodedCode(ImmutableArray<Instruction> instructions, ImmutableArray<int> jumpTargets)
    {
        Instructions = instructions;
        JumpTargets = jumpTargets;
    }

    public ImmutableArray<Instruction> Instructions { get; }

    /// <summary>As <see cref="VerifiedCode.JumpTargets"/>.</summary>
    public ImmutableArray<int> JumpTargets { get; }

    public static Rejection? Decode(CodeScope scope, out DecodedCode? decoded)
    {
        decoded = null;
        ReadOnlySpan<byte> code = scope.Code;
        var instructions = new Rows<Instruction>();
        int[] indexes = new int[code.Length + 1];
        Array.Fill(indexes, -1);
        for (int offset = 0; offset < code.Length;)
        {
            if (Read(scope, offset, out Instruction instruction, out int length) is { } rejection)
                return rejection;
            indexes[offset] = instructions.Count;
            instructions.Add(instruction);
            offset += length;
        }

        indexes[code.Length] = instructions.Count;
        ImmutableArray<Instruction> all = instructions.ToImmutable();
        Rejection? badJump = ResolveJumps(scope, all, indexes, out ImmutableArray<int> targets);
        decoded = badJump is null ? new DecodedCode(all, targets) : null;
        return badJump;
    }

    private static Rejection? Read(CodeScope scope, int offset, out Instruction instruction, out int length)
    {
        byte opcode = scope.Code[offset];
        if (!InstructionSet.TryGet(opcode, out InstructionInfo? info))
        {
            instruction = default;
            length = 0;
            return scope.Reject(RejectionCode.UnknownOpcode, offset, $"No instruction has the byte 0x{opcode:x2}.");
        }

        if (!InstructionDecoder.TryRead(scope.Code, offset, out instruction, out length))
            return scope.Reject(RejectionCode.TruncatedInstruction, offset, $"The code ends within {info.Name}.");
        return InstructionRules.Check(scope, info, instruction);
    }

    private static Rejection? ResolveJumps(
        CodeScope scope, ImmutableArray<Instruction> instructions, int[] indexes, out ImmutableArray<int> targets)
    {
        int[] resolved = new int[instructions.Length];
        targets = [];
        for (int i = 0; i < resolved.Length; i++)
        {
            Instruction instruction = instructions[i];
            InstructionInfo info = InstructionSet.Get(instruction.Opcode);
            resolved[i] = -1;
            if (info.Flow == ControlFlow.Next)
                continue;
            int target = instruction.Offset + info.Length + instruction.Distance;
            if (target >= indexes.Length || indexes[target] < 0)
                return scope.Reject(RejectionCode.InvalidJumpTarget, instruction.Offset, $"{info.Name} lands at {target}, where no instruction starts.");
            resolved[i] = indexes[target];
        }

        targets = ImmutableCollectionsMarshal.AsImmutableArray(resolved);
        return null;
    }
}
