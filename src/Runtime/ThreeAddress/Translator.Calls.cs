using System.Collections.Immutable;
using HogTrace.Bytecode;

namespace HogTrace.Runtime;

/// <summary>Items, slices, calls and captures.</summary>
internal sealed partial class Translator
{
    public bool GetItem(in Instruction instruction)
    {
        var index = Pop();
        var target = Pop();
        if (target.Kind == StackEntryKind.Arguments && ArgumentAt(index) is int position)
        {
            PushArgumentItem(position);
            return true;
        }

        var a = Register(target);
        var b = RegisterOrConstant(index, _stack.Count + 1);
        Emit(new Operation(OperationCode.GetItem, _instruction) { Destination = PushTemporary(), A = a, B = b });
        return true;
    }

    /// <summary>The argument itself stands for the item, which costs what reading an item does.</summary>
    private void PushArgumentItem(int position)
    {
        var type = _shape.Parameters[position].Type;
        int slot = _shape.SlotOfParameter(position);
        if (slot >= 0 && type.IsAssignableFrom(typeof(string)))
        {
            Use(slot);
            Emit(new Operation(OperationCode.TouchString, _instruction) { A = Operand.Register(slot) });
        }

        PushInput(slot, type);
    }

    /// <summary>The position of <c>args[constant]</c>, when the constant is in range.</summary>
    private int? ArgumentAt(StackEntry index)
    {
        if (index.Kind != StackEntryKind.Constant || !_constants[index.Index].IsInt)
            return null;
        long position = _constants[index.Index].UnsafeInt;
        if (position < 0)
            position += _shape.ArgumentCount;
        return position >= 0 && position < _shape.ArgumentCount ? (int)position : null;
    }

    public bool GetSlice(in Instruction instruction)
    {
        int parts = int.PopCount(instruction.Count);
        int depth = _stack.Count - parts - 1;
        MaterializeFrom(depth);
        _stack.RemoveRange(depth, parts + 1);
        int register = PushTemporary();
        Emit(new Operation(OperationCode.GetSlice, _instruction)
        {
            Destination = register,
            A = Operand.Register(register),
            Count = instruction.Count,
        });
        return true;
    }

    public bool CallFunc(in Instruction instruction)
    {
        var function = FunctionTable.Find(NameOf(instruction))!.Function;
        int count = instruction.Count;
        if (function is Function.Capture or Function.Send)
            return _code.NamedCaptures[_instruction] ? CaptureNamed(count / 2) : CapturePositional(count);

        if (function == Function.Len && _stack[^1].Kind == StackEntryKind.Arguments)
        {
            Pop();
            Push(StackEntryKind.Constant, AddConstant(Value.FromInt(_shape.ArgumentCount)));
            return true;
        }

        int depth = _stack.Count - count;
        MaterializeFrom(depth);
        _stack.RemoveRange(depth, count);
        int register = PushTemporary();
        Emit(new Operation(OperationCode.Call, _instruction)
        {
            Destination = register,
            A = Operand.Register(register),
            Count = count,
            Function = function,
        });
        return true;
    }

    public bool CallNamed(in Instruction instruction) => CaptureNamed(instruction.Count);

    private bool CapturePositional(int count)
    {
        int depth = _stack.Count - count;
        MaterializeFrom(depth);
        _stack.RemoveRange(depth, count);
        var names = ImmutableArray.CreateBuilder<string>(count);
        for (int i = 0; i < count; i++)
            names.Add($"arg{i}");
        EmitCapture(names.MoveToImmutable(), depth);
        return true;
    }

    /// <summary>Drops the names, which the verifier knows to be constants, and closes the values up behind each other.</summary>
    private bool CaptureNamed(int count)
    {
        int depth = _stack.Count - (2 * count);
        var names = ImmutableArray.CreateBuilder<string>(count);
        for (int i = 0; i < count; i++)
        {
            names.Add(_constants[ConstantOf(_stack[depth + (2 * i)])].StringOrNull!);
            Load(_stack[depth + (2 * i) + 1], TemporaryAt(depth + i));
        }

        _stack.RemoveRange(depth, 2 * count);
        EmitCapture(names.MoveToImmutable(), depth);
        return true;
    }

    private void EmitCapture(ImmutableArray<string> names, int depth)
    {
        Emit(new Operation(OperationCode.Capture, _instruction)
        {
            A = Operand.Register(_shape.InputCount + depth),
            Count = names.Length,
            CaptureSite = new CaptureSite(names, _flow.Fields(_code, _instruction), _context.SecretNames),
        });
        Push(StackEntryKind.Constant, AddConstant(Value.None));
    }
}
