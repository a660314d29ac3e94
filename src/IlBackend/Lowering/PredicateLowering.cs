using System.Reflection.Emit;
using HogTrace.IlBackend.Emit;
using HogTrace.IlBackend.Typing;
using HogTrace.Runtime;

namespace HogTrace.IlBackend.Lowering;

/// <summary>
/// Writes a predicate as IL, in one pass: jumps go forward only, so what is known of every register is known before an
/// operation is reached. Each operation's part returns whether it could be lowered.
/// </summary>
internal sealed partial class PredicateLowering
{
    private readonly TranslatedCode _code;
    private readonly MemberResolver _members;
    private readonly IlWriter _il;

    // What is known of the registers now, and at each operation that has been jumped to so far.
    private readonly StaticValue[]?[] _arriving;
    private readonly Label?[] _labels;
    private StaticValue[] _known;

    private readonly bool _expectsSmallInts;

    // Where the code ends: jumps there leave nothing on the stack.
    private readonly PredicateEnds _ends;

    // Where every guard that fails goes.
    private Label NeedsContext => _ends.NeedsContext;

    public PredicateLowering(TranslatedCode code, MemberResolver members, IlWriter il, PredicateEnds ends, bool expectsSmallInts)
    {
        _ends = ends;
        _expectsSmallInts = expectsSmallInts;
        _code = code;
        _members = members;
        _il = il;
        _arriving = new StaticValue[]?[code.Operations.Length];
        _labels = new Label?[code.Operations.Length];
        _known = new StaticValue[code.RegisterCount];
        for (int i = 0; i < code.Shape.ArgumentCount; i++)
            _known[i] = HostTypes.Of(code.Shape.Parameters[i].Type);
    }

    public bool TryLower()
    {
        bool falls = true;
        for (int i = 0; i < _code.Operations.Length; i++)
        {
            if (!Arrive(i, ref falls))
                continue;
            var operation = _code.Operations[i];
            if (!TryLower(operation))
                return false;
            falls = operation.Code is not (OperationCode.Jump or OperationCode.Return);
        }

        return true;
    }

    /// <summary>Meets the paths that lead to an operation; whether there is any.</summary>
    private bool Arrive(int operation, ref bool falls)
    {
        if (_arriving[operation] is { } arriving)
        {
            _il.Mark(_labels[operation]!.Value);
            _known = falls ? Merge(arriving, _known) : arriving;
            falls = true;
        }

        return falls;
    }

    /// <summary>The label of a jump's target, which what is known now arrives at.</summary>
    private Label Leave(int target)
    {
        _arriving[target] = _arriving[target] is { } arriving ? Merge(arriving, _known) : [.. _known];
        return _labels[target] ??= _il.Label();
    }

    private static StaticValue[] Merge(StaticValue[] a, StaticValue[] b)
    {
        var merged = new StaticValue[a.Length];
        for (int i = 0; i < a.Length; i++)
            merged[i] = StaticValue.Merge(a[i], b[i]);
        return merged;
    }

    private bool TryLower(Operation operation)
    {
        switch (operation.Code)
        {
            case OperationCode.LoadConst or OperationCode.Move:
                return Copy(operation);
            case OperationCode.Add or OperationCode.Sub or OperationCode.Mul or OperationCode.Div or OperationCode.Mod:
                return Arithmetic(operation);
            case OperationCode.Neg:
                return Negate(operation);
            case OperationCode.Eq or OperationCode.Ne:
                return Equality(operation);
            case OperationCode.Lt or OperationCode.Gt or OperationCode.Le or OperationCode.Ge:
                return Order(operation);
            case OperationCode.And or OperationCode.Or:
                return Both(operation);
            case OperationCode.Not or OperationCode.Truth:
                return TruthOf(operation);
            case OperationCode.JumpIfFalse or OperationCode.JumpIfTrue:
                return JumpOn(operation);
            case OperationCode.Jump:
                _il.Jump(Leave(operation.Target));
                return true;
            case OperationCode.GetAttr:
                return Attribute(operation);
            case OperationCode.TouchString:
                return TouchString(operation);
            case OperationCode.Call when operation.Function == Bytecode.Function.Len:
                return Length(operation);
            case OperationCode.Capture:
                return Capture(operation);
            // A body ends with its capture.
            case OperationCode.Return:
                return !_code.IsPredicate || Return(operation);
            default:
                return false;
        }
    }

    private bool Copy(Operation operation)
    {
        var source = Read(operation.A);
        // A copy of what isn't known is harmless; whoever reads it gives up.
        if (source.Kind is not (StaticKind.None or StaticKind.Unknown))
            Push(source);
        Store(operation, source.Value);
        return true;
    }

    private bool Return(Operation operation)
    {
        var result = Read(operation.A);
        if (result.Kind == StaticKind.Unknown)
            return false;
        // Nothing but a Bool passes, whatever its truth.
        if (result.Kind == StaticKind.Bool)
        {
            Push(result);
            _il.JumpIfTrue(_ends.True);
        }

        _il.Jump(_ends.False);
        return true;
    }
}
