using HogTrace.IlRewriting.Bodies;

namespace HogTrace.IlRewriting.Checking;

/// <summary>What an instruction does with an argument or local.</summary>
internal enum VariableUse
{
    None,
    Load,
    LoadAddress,
    Store,
}

/// <summary>The argument or local that an instruction names.</summary>
internal readonly record struct Variable(VariableUse Use, bool IsLocal, int Number)
{
    public static Variable Of(Instruction instruction) => instruction.Opcode switch
    {
        >= Opcode.Ldarg0 and <= Opcode.Ldarg3 => new(VariableUse.Load, false, instruction.Opcode - Opcode.Ldarg0),
        >= Opcode.Ldloc0 and <= Opcode.Ldloc3 => new(VariableUse.Load, true, instruction.Opcode - Opcode.Ldloc0),
        >= Opcode.Stloc0 and <= Opcode.Stloc3 => new(VariableUse.Store, true, instruction.Opcode - Opcode.Stloc0),
        Opcode.LdargS or Opcode.Ldarg => new(VariableUse.Load, false, (int)instruction.Operand),
        Opcode.LdargaS or Opcode.Ldarga => new(VariableUse.LoadAddress, false, (int)instruction.Operand),
        Opcode.StargS or Opcode.Starg => new(VariableUse.Store, false, (int)instruction.Operand),
        Opcode.LdlocS or Opcode.Ldloc => new(VariableUse.Load, true, (int)instruction.Operand),
        Opcode.LdlocaS or Opcode.Ldloca => new(VariableUse.LoadAddress, true, (int)instruction.Operand),
        Opcode.StlocS or Opcode.Stloc => new(VariableUse.Store, true, (int)instruction.Operand),
        _ => default,
    };
}
