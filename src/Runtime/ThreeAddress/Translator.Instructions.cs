using HogTrace.Bytecode;

namespace HogTrace.Runtime;

/// <summary>One method an instruction; each returns whether control falls through to the next.</summary>
internal sealed partial class Translator : IInstructionVisitor<bool>
{
    public bool PushConst(in Instruction instruction)
    {
        int index = ConstantIndex(instruction.Constant);
        Push(StackEntryKind.Constant, index);
        return true;
    }

    public bool Pop(in Instruction instruction)
    {
        Pop();
        return true;
    }

    public bool Dup(in Instruction instruction)
    {
        // A tuple is made once: its copy is the same object.
        if (_stack[^1].Kind == StackEntryKind.Arguments)
            MaterializeFrom(_stack.Count - 1);
        var top = _stack[^1];
        if (top.Kind == StackEntryKind.Temporary)
        {
            int register = TemporaryAt(_stack.Count);
            Load(top, register);
            Push(StackEntryKind.Temporary, register, top.Type);
        }
        else
        {
            _stack.Add(top);
        }

        return true;
    }

    public bool StoreVar(in Instruction instruction) =>
        throw new InvalidOperationException("The verifier rejects StoreVar.");

    public bool Add(in Instruction instruction) => Binary(OperationCode.Add);

    public bool Sub(in Instruction instruction) => Binary(OperationCode.Sub);

    public bool Mul(in Instruction instruction) => Binary(OperationCode.Mul);

    public bool Div(in Instruction instruction) => Binary(OperationCode.Div);

    public bool Mod(in Instruction instruction) => Binary(OperationCode.Mod);

    public bool Neg(in Instruction instruction) => Unary(OperationCode.Neg);

    public bool Eq(in Instruction instruction) => Binary(OperationCode.Eq);

    public bool Ne(in Instruction instruction) => Binary(OperationCode.Ne);

    public bool Lt(in Instruction instruction) => Binary(OperationCode.Lt);

    public bool Gt(in Instruction instruction) => Binary(OperationCode.Gt);

    public bool Le(in Instruction instruction) => Binary(OperationCode.Le);

    public bool Ge(in Instruction instruction) => Binary(OperationCode.Ge);

    public bool And(in Instruction instruction) => Binary(OperationCode.And);

    public bool Or(in Instruction instruction) => Binary(OperationCode.Or);

    public bool Not(in Instruction instruction) => Unary(OperationCode.Not);

    public bool Truth(in Instruction instruction) => Unary(OperationCode.Truth);

    public bool JumpIfFalse(in Instruction instruction) => ConditionalJump(OperationCode.JumpIfFalse);

    public bool JumpIfTrue(in Instruction instruction) => ConditionalJump(OperationCode.JumpIfTrue);

    public bool Jump(in Instruction instruction)
    {
        int target = _code.JumpTargets[_instruction];
        if (target == _code.Instructions.Length)
        {
            EmitReturn();
            return false;
        }

        MaterializeAll();
        Emit(new Operation(OperationCode.Jump, _instruction) { Target = target, Skipped = target - _instruction - 1 });
        ArriveAt(target);
        return false;
    }

    private bool ConditionalJump(OperationCode code)
    {
        var condition = Register(Pop());
        MaterializeAll();
        int target = _code.JumpTargets[_instruction];
        Emit(new Operation(code, _instruction) { A = condition, Target = target, Skipped = target - _instruction - 1 });
        ArriveAt(target);
        return true;
    }

    private bool Binary(OperationCode code)
    {
        var right = Pop();
        var left = Pop();
        if (TryCompareConstants(code, left, right) is { } known)
        {
            Push(StackEntryKind.Constant, AddConstant(Value.FromBool(known)));
            return true;
        }

        var a = Register(left);
        var b = RegisterOrConstant(right, _stack.Count + 1);
        Emit(new Operation(code, _instruction) { Destination = PushTemporary(), A = a, B = b });
        return true;
    }

    /// <summary>Decides what only the frame shape makes constant, such as <c>len(args) &gt; 2</c>: comparisons of Ints.</summary>
    private bool? TryCompareConstants(OperationCode code, StackEntry left, StackEntry right)
    {
        if (left.Kind != StackEntryKind.Constant || right.Kind != StackEntryKind.Constant)
            return null;
        var (a, b) = (_constants[left.Index], _constants[right.Index]);
        if (!a.IsInt || !b.IsInt)
            return null;
        return code switch
        {
            OperationCode.Eq => a.UnsafeInt == b.UnsafeInt,
            OperationCode.Ne => a.UnsafeInt != b.UnsafeInt,
            OperationCode.Lt => a.UnsafeInt < b.UnsafeInt,
            OperationCode.Gt => a.UnsafeInt > b.UnsafeInt,
            OperationCode.Le => a.UnsafeInt <= b.UnsafeInt,
            OperationCode.Ge => a.UnsafeInt >= b.UnsafeInt,
            _ => null,
        };
    }

    private bool Unary(OperationCode code)
    {
        var operand = Pop();
        var a = Register(operand);
        Emit(new Operation(code, _instruction) { Destination = PushTemporary(), A = a });
        return true;
    }
}
