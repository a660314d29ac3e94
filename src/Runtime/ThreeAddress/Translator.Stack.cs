using HogTrace.Bytecode;

namespace HogTrace.Runtime;

/// <summary>The symbolic stack.</summary>
internal sealed partial class Translator
{
    private const int MaskedInputs = 64;
    private const int LeastConstants = 4;

    private int TemporaryAt(int depth)
    {
        int register = _shape.InputCount + depth;
        _highWater = Math.Max(_highWater, register + 1);
        return register;
    }

    private StackEntry Pop()
    {
        var entry = _stack[^1];
        _stack.RemoveAt(_stack.Count - 1);
        return entry;
    }

    private void Push(StackEntryKind kind, int index = 0, Type? type = null) => _stack.Add(new StackEntry(kind, index, type));

    private void PushInput(int slot, Type? type)
    {
        if (slot < 0)
            Push(StackEntryKind.Constant, AddConstant(Value.None));
        else
            Push(StackEntryKind.Input, slot, type == typeof(object) ? null : type);
    }

    /// <summary>Pushes the temporary of the next stack position and returns its register.</summary>
    private int PushTemporary(Type? type = null)
    {
        int register = TemporaryAt(_stack.Count);
        Push(StackEntryKind.Temporary, register, type);
        return register;
    }

    /// <summary>The register of an entry that was just popped; constants and the argument tuple get one first.</summary>
    private Operand Register(StackEntry popped) => RegisterAt(popped, _stack.Count);

    private Operand RegisterAt(StackEntry entry, int depth)
    {
        switch (entry.Kind)
        {
            case StackEntryKind.Input:
                Use(entry.Index);
                return Operand.Register(entry.Index);
            case StackEntryKind.Temporary:
                return Operand.Register(entry.Index);
            default:
                return Operand.Register(Load(entry, TemporaryAt(depth)));
        }
    }

    /// <summary>As <see cref="Register"/>, but a constant stays one.</summary>
    private Operand RegisterOrConstant(StackEntry entry, int depth) =>
        entry.Kind == StackEntryKind.Constant ? Operand.Constant(entry.Index) : RegisterAt(entry, depth);

    private int Load(StackEntry entry, int register)
    {
        switch (entry.Kind)
        {
            case StackEntryKind.Constant:
                Emit(new Operation(OperationCode.LoadConst, _instruction) { Destination = register, A = Operand.Constant(entry.Index) });
                break;
            case StackEntryKind.Arguments:
                UseArguments();
                Emit(new Operation(OperationCode.LoadArgs, _instruction) { Destination = register });
                break;
            case StackEntryKind.Input:
            case StackEntryKind.Temporary:
                if (entry.Kind == StackEntryKind.Input)
                    Use(entry.Index);
                if (entry.Index != register)
                    Emit(new Operation(OperationCode.Move, _instruction) { Destination = register, A = Operand.Register(entry.Index) });
                break;
            default:
                throw new InvalidOperationException($"A {entry.Kind} has no register; the verifier lets none come here.");
        }

        return register;
    }

    /// <summary>Puts every value of the stack into the temporary of its position, the store's proxy aside.</summary>
    private void MaterializeAll() => MaterializeFrom(0);

    private void MaterializeFrom(int depth)
    {
        for (int i = depth; i < _stack.Count; i++)
        {
            var entry = _stack[i];
            if (entry.Kind is StackEntryKind.Store)
                continue;
            int register = Load(entry, TemporaryAt(i));
            _stack[i] = new StackEntry(StackEntryKind.Temporary, register, entry.Type, ConstantOf(entry));
        }
    }

    /// <summary>Records the materialized stack as arriving at a jump's target.</summary>
    private void ArriveAt(int target)
    {
        if (_stackAtTarget[target] is { } arriving)
            MergeInto(arriving);
        else
            _stackAtTarget[target] = [.. _stack];
    }

    private void MergeInto(StackEntry[] arriving)
    {
        for (int i = 0; i < arriving.Length; i++)
        {
            if (arriving[i].Type != _stack[i].Type)
                arriving[i] = arriving[i] with { Type = null };
            if (arriving[i].Constant != _stack[i].Constant)
                arriving[i] = arriving[i] with { Constant = -1 };
        }
    }

    /// <summary>The constant that an entry is, or is known to hold; -1 for none.</summary>
    private static int ConstantOf(StackEntry entry) =>
        entry.Kind == StackEntryKind.Constant ? entry.Index : entry.Constant;

    private void Use(int input)
    {
        if (input < MaskedInputs)
            _inputs |= 1UL << input;
    }

    private void UseArguments()
    {
        for (int i = 0; i < _shape.ArgumentCount; i++)
        {
            if (_shape.SlotOfParameter(i) is >= 0 and var slot)
                Use(slot);
        }
    }

    private int ConstantIndex(int poolIndex)
    {
        _constantOfPool ??= new int[_program.Constants.Length];
        ref int known = ref _constantOfPool[poolIndex];
        if (known == 0)
            known = AddConstant(ToValue(_program.Constants[poolIndex])) + 1;
        return known - 1;
    }

    private int AddConstant(Value value)
    {
        if (_constantCount == _constants.Length)
            _constants = Sized(_constants, Math.Max(LeastConstants, _constantCount * 2));
        _constants[_constantCount] = value;
        return _constantCount++;
    }

    private static Value[] Sized(Value[] values, int length)
    {
        var sized = new Value[length];
        Array.Copy(values, sized, Math.Min(length, values.Length));
        return sized;
    }

    private static Value ToValue(in Constant constant) => constant.Kind switch
    {
        ConstantKind.None => Value.None,
        ConstantKind.Bool => Value.FromBool(constant.Bits != 0),
        ConstantKind.Int => Value.FromInt(constant.Bits),
        ConstantKind.Float => Value.FromFloat(constant.AsFloat),
        _ => Value.FromString(constant.Text),
    };
}
