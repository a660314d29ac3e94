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
        MaterializeAll();
        int target = _code.JumpTargets[_instruction];
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
        var a = Register(left);
        var b = RegisterOrConstant(right, _stack.Count + 1);
        Emit(new Operation(code, _instruction) { Destination = PushTemporary(), A = a, B = b, StaticType = left.Type });
        return true;
    }

    private bool Unary(OperationCode code)
    {
        var operand = Pop();
        var a = Register(operand);
        Emit(new Operation(code, _instruction) { Destination = PushTemporary(), A = a, StaticType = operand.Type });
        return true;
    }
}
