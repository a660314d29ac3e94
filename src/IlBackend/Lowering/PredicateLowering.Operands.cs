using System.Reflection.Emit;
using HogTrace.Bytecode;
using HogTrace.IlBackend.Typing;
using HogTrace.Runtime;

namespace HogTrace.IlBackend.Lowering;

/// <summary>Where values are: arguments stay arguments, constants are in the code, the rest is in locals.</summary>
internal sealed partial class PredicateLowering
{
    // A register has a local for each kind that it holds.
    private readonly Dictionary<(int Register, StaticKind Kind), LocalBuilder> _locals = [];
    private LocalBuilder? _scratchInt;

    /// <summary>A value to work with, and where it is.</summary>
    private readonly record struct Source(StaticValue Value, Operand Place)
    {
        public StaticKind Kind => Value.Kind;

        public IntRange Range => Value.Range;
    }

    // For results that are checked before they go to their register, which may be an operand's.
    private LocalBuilder ScratchInt => _scratchInt ??= _il.Local(typeof(long));

    private Source Read(Operand place)
    {
        if (place.IsConstant)
            return new(KindOf(_code.Constants[place.Index]), place);
        if (place.Index >= _code.Shape.InputCount)
            return new(_known[place.Index], place);
        // A site has no receiver.
        if (place.Index >= _code.Shape.ArgumentCount)
            return new(StaticValue.None, place);
        var source = new Source(_known[place.Index], place);
        if (HostTypes.IsUnsignedWord(_code.Shape.Parameters[place.Index].Type))
            GuardSign(source);
        return source;
    }

    private void GuardSign(Source source)
    {
        Push(source);
        _il.Int64(0);
        _il.JumpIfLess(NeedsContext);
    }

    /// <summary>Pushes a value of a known kind other than None; pushing it again gives the same.</summary>
    private void Push(Source source)
    {
        if (source.Place.IsConstant)
        {
            Push(_code.Constants[source.Place.Index]);
        }
        else if (source.Place.Index < _code.Shape.ArgumentCount)
        {
            // The delegate's closed-over object is argument 0.
            _il.Argument(source.Place.Index + 1);
            HostTypes.Convert(_code.Shape.Parameters[source.Place.Index].Type, _il);
        }
        else
        {
            _il.Load(Local(source.Place.Index, source.Kind));
        }
    }

    private void Push(in Value constant)
    {
        if (constant.IsBool)
            _il.Int32(constant.UnsafeBool ? 1 : 0);
        else if (constant.IsInt)
            _il.Int64(constant.UnsafeInt);
        else if (constant.IsFloat)
            _il.Double(constant.UnsafeFloat);
        else
            _il.Text(constant.StringOrNull!);
    }

    private void PushDouble(Source number)
    {
        Push(number);
        if (number.Kind == StaticKind.Int)
            _il.ToDouble();
    }

    /// <summary>Takes the result of an operation from the stack; None and what isn't known are nowhere.</summary>
    private void Store(Operation operation, StaticValue value)
    {
        _known[operation.Destination] = value;
        if (value.Kind is not (StaticKind.None or StaticKind.Unknown))
            _il.Store(Local(operation.Destination, value.Kind));
    }

    private void StoreBool(Operation operation) => Store(operation, StaticValue.Bool);

    private LocalBuilder Local(int register, StaticKind kind)
    {
        if (!_locals.TryGetValue((register, kind), out var local))
            _locals.Add((register, kind), local = _il.Local(TypeOf(kind)));
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
