namespace HogTrace.Bytecode;

/// <summary>The rules that an instruction keeps or breaks whatever is on the stack.</summary>
internal static class InstructionRules
{
    public static Rejection? Check(CodeScope scope, InstructionInfo info, in Instruction instruction)
    {
        int at = instruction.Offset;
        if (info.IsForbidden)
            return scope.Reject(RejectionCode.ForbiddenOpcode, at, $"{info.Name} is reserved.");
        if (info.Since > scope.Program.Version)
            return scope.Reject(RejectionCode.OpcodeOfLaterVersion, at, $"{info.Name} needs bytecode version {info.Since}; the program is of version {scope.Program.Version}.");
        if (instruction.Count > info.Effect.MaxCount)
            return scope.Reject(RejectionCode.InvalidCount, at, $"{info.Name} has no meaning for the operand {instruction.Count}.");
        return CheckConstant(scope, info, instruction) ?? instruction.Opcode switch
        {
            Opcode.LoadVar => CheckName(scope, instruction),
            Opcode.CallFunc => CheckCall(scope, instruction, named: false),
            Opcode.CallNamed => CheckCall(scope, instruction, named: true),
            _ => null,
        };
    }

    private static Rejection? CheckConstant(CodeScope scope, InstructionInfo info, in Instruction instruction)
    {
        if (!info.Operands.HasFlag(Operands.Constant))
            return null;
        int count = scope.Program.Constants.Length;
        if (instruction.Constant >= count)
            return scope.Reject(RejectionCode.ConstantOutOfRange, instruction.Offset, $"{info.Name} names constant {instruction.Constant} of {count}.");
        ConstantKind kind = scope.Program.Constants[instruction.Constant].Kind;
        return ((int)info.Constants & (1 << (int)kind)) != 0
            ? null
            : scope.Reject(RejectionCode.WrongConstantKind, instruction.Offset, $"{info.Name} can't use constant {instruction.Constant}, which is of kind {kind}.");
    }

    private static Rejection? CheckName(CodeScope scope, in Instruction instruction)
    {
        string name = scope.Text(instruction);
        return scope.Probe.Point == ProbePoint.Entry && ReservedNames.IsExitOnly(name)
            ? scope.Reject(RejectionCode.ExitOnlyName, instruction.Offset, $"'{name}' has no value at entry.")
            : null;
    }

    private static Rejection? CheckCall(CodeScope scope, in Instruction instruction, bool named)
    {
        string name = scope.Text(instruction);
        int at = instruction.Offset;
        if (FunctionTable.Find(name) is not { } function)
            return scope.Reject(RejectionCode.UnknownFunction, at, $"There is no function '{name}'.");
        if (named && !function.IsCapture)
            return scope.Reject(RejectionCode.NotNameable, at, $"'{name}' takes no named arguments.");
        if (function.IsCapture && scope.Block == CodeBlock.Predicate)
            return scope.Reject(RejectionCode.CaptureInPredicate, at, $"'{name}' stands in a predicate.");
        return function.Accepts(instruction.Count)
            ? null
            : scope.Reject(RejectionCode.WrongArity, at, $"'{name}' does not take {instruction.Count} arguments.");
    }
}
