using HogTrace.IlRewriting.Bodies;

namespace HogTrace.IlRewriting.Rewriting;

/// <summary>Adds instructions to a list, and follows how deep the evaluation stack gets.</summary>
internal sealed class CodeEmitter
{
    private const int LastShortConstant = 8;

    private int _depth;

    public List<Instruction> Code { get; } = [];

    public int MaxStack { get; private set; }

    public Instruction Emit(Opcode opcode, long operand = 0, int pops = 0, int pushes = 0)
    {
        var instruction = new Instruction(opcode, operand);
        Code.Add(instruction);
        _depth += pushes - pops;
        MaxStack = Math.Max(MaxStack, _depth);
        return instruction;
    }

    public void Call(int token, int pops, int pushes) => Emit(Opcode.Call, token, pops, pushes);

    public Instruction Branch(Opcode opcode, Instruction target)
    {
        var branch = Emit(opcode);
        branch.Target = target;
        return branch;
    }

    /// <summary>Where the stack holds what the runtime put there, such as a filter's exception.</summary>
    public void BeginWith(int depth)
    {
        _depth = depth;
        MaxStack = Math.Max(MaxStack, depth);
    }

    public Instruction Constant(int value) => value switch
    {
        >= -1 and <= LastShortConstant => Emit((Opcode)((int)Opcode.LdcI40 + value), pushes: 1),
        >= sbyte.MinValue and <= sbyte.MaxValue => Emit(Opcode.LdcI4S, value, pushes: 1),
        _ => Emit(Opcode.LdcI4, value, pushes: 1),
    };

    public Instruction LoadArgument(int index) => Variable(Opcode.Ldarg0, Opcode.LdargS, Opcode.Ldarg, index, pushes: 1);

    public Instruction LoadLocal(int index) => Variable(Opcode.Ldloc0, Opcode.LdlocS, Opcode.Ldloc, index, pushes: 1);

    public Instruction StoreLocal(int index) => Variable(Opcode.Stloc0, Opcode.StlocS, Opcode.Stloc, index, pops: 1);

    public void LoadLocalAddress(int index) =>
        Emit(index <= byte.MaxValue ? Opcode.LdlocaS : Opcode.Ldloca, index, pushes: 1);

    private Instruction Variable(Opcode first, Opcode small, Opcode wide, int index, int pops = 0, int pushes = 0) => index switch
    {
        <= 3 => Emit((Opcode)((int)first + index), 0, pops, pushes),
        <= byte.MaxValue => Emit(small, index, pops, pushes),
        _ => Emit(wide, index, pops, pushes),
    };
}
