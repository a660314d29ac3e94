using System.Reflection.Emit;
using HogTrace.Bytecode;
using HogTrace.IlBackend.Typing;
using HogTrace.Runtime;

namespace HogTrace.IlBackend.Lowering;

/// <summary>Where values are: arguments stay arguments, constants are in the code, the rest is in locals or registers.</summary>
internal abstract partial class CodeLowering
{
    // A register has a local for each kind that it holds.
    private readonly Dictionary<(int Register, StaticKind Kind), LocalBuilder> _locals = [];
    private LocalBuilder? _scratchInt;

    /// <summary>A value to work with, and where it is.</summary>
    protected readonly record struct Source(StaticValue Value, Operand Place)
    {
        public StaticKind Kind => Value.Kind;

        public IntRange Range => Value.Range;
    }

    // For results that are checked before they go to their register, which may be an operand's.
    private LocalBuilder ScratchInt => _scratchInt ??= Il.Local(typeof(long));

    /// <summary>A value to push, any number of times; one of unknown kind isn't pushed but read where it is.</summary>
    protected Source Read(Operand place)
    {
        if (place.IsConstant)
            return new(KindOf(Code.Constants[place.Index]), place);
        var state = _states[place.Index];
        if (state.CopyOf >= 0)
            return Read(Operand.Register(state.CopyOf));
        var source = new Source(state.Value, place);
        if (_inputs.IsUnsignedWord(place.Index))
            GuardSign(source);
        else if (!state.IsLoaded && source.Kind is not (StaticKind.None or StaticKind.Unknown))
            Load(source);
        return source;
    }

    private bool IsInRegisterFile(Source source) => !source.Place.IsConstant && _states[source.Place.Index].IsStored;

    private void GuardSign(Source source)
    {
        Push(source);
        Il.Int64(0);
        Il.JumpIfLess(Deoptimize);
    }

    /// <summary>Pushes a value of a known kind other than None; pushing it again gives the same.</summary>
    protected void Push(Source source)
    {
        if (source.Place.IsConstant)
            Push(Code.Constants[source.Place.Index]);
        else if (_inputs.IsArgument(source.Place.Index))
            _inputs.Push(Il, source.Place.Index);
        else
            Il.Load(Local(source.Place.Index, source.Kind));
    }

    private void Push(in Value constant)
    {
        if (constant.IsBool)
            Il.Int32(constant.UnsafeBool ? 1 : 0);
        else if (constant.IsInt)
            Il.Int64(constant.UnsafeInt);
        else if (constant.IsFloat)
            Il.Double(constant.UnsafeFloat);
        else
            Il.Text(constant.StringOrNull!);
    }

    private void PushDouble(Source number)
    {
        Push(number);
        if (number.Kind == StaticKind.Int)
            Il.ToDouble();
    }

    /// <summary>Takes the result of an operation from the stack; None is nowhere.</summary>
    protected void Store(Operation operation, StaticValue value)
    {
        _states[operation.Destination] = RegisterState.Loaded(value);
        if (value.Kind != StaticKind.None)
            Il.Store(Local(operation.Destination, value.Kind));
    }

    private void StoreBool(Operation operation) => Store(operation, StaticValue.Bool);

    protected LocalBuilder Local(int register, StaticKind kind)
    {
        if (!_locals.TryGetValue((register, kind), out var local))
            _locals.Add((register, kind), local = Il.Local(TypeOf(kind)));
        return local;
    }

    private static Type TypeOf(StaticKind kind) => kind switch
    {
        StaticKind.Bool => typeof(bool),
        StaticKind.Int => typeof(long),
        StaticKind.Float => typeof(double),
        StaticKind.String => typeof(string),
        _ => typeof(object),
    };

    private static StaticValue KindOf(in Value constant) =>
        constant.IsInt ? StaticValue.Int(IntRange.Of(constant.UnsafeInt))
        : constant.IsBool ? StaticValue.Bool
        : constant.IsFloat ? StaticValue.Float
        : constant.StringOrNull is { } text ? text.Length < Limits.StringUnitsPerFuel ? StaticValue.ShortString : StaticValue.String
        : StaticValue.None;
}
