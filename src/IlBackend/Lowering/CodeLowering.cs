using System.Reflection.Emit;
using HogTrace.IlBackend.Emit;
using HogTrace.IlBackend.Inputs;
using HogTrace.IlBackend.Typing;
using HogTrace.Runtime;

namespace HogTrace.IlBackend.Lowering;

/// <summary>
/// Writes three-address code as IL, in one pass: jumps go forward only, so what is known of every register is known
/// before an operation is reached. Each operation's part returns whether it could be lowered to code for known kinds;
/// when not, it has left nothing on the stack.
/// </summary>
internal abstract partial class CodeLowering
{
    private readonly CodeInputs _inputs;
    private readonly MemberResolver _members;
    private readonly ICodeProfile? _profile;

    // What is known of the registers now, and at each operation that has been jumped to so far.
    private readonly RegisterState[]?[] _arriving;
    private readonly Label?[] _labels;
    private RegisterState[] _states;

    // Whether the operation's code never goes on to the next.
    private bool _hasLeft;

    protected CodeLowering(LoweringTask task, CodeInputs inputs, IlWriter il)
    {
        Code = task.Code;
        Speculation = task.Speculation;
        _members = task.Members;
        _profile = task.Profile;
        _inputs = inputs;
        Il = il;
        _arriving = new RegisterState[]?[Code.Operations.Length];
        _labels = new Label?[Code.Operations.Length];
        _states = new RegisterState[Code.RegisterCount];
        for (int i = 0; i < _states.Length; i++)
            _states[i] = i < Code.Shape.InputCount ? inputs.StateOf(i) : RegisterState.Undefined;
    }

    protected TranslatedCode Code { get; }

    protected IlWriter Il { get; }

    protected Speculation Speculation { get; }

    protected RegisterState[] States => _states;

    /// <summary>What was found out to hold at each operation that is jumped to; null for one that isn't.</summary>
    protected RegisterState[]?[] Arriving => _arriving;

    /// <summary>Index of the operation that is being lowered.</summary>
    protected int Current { get; private set; }

    /// <summary>Where a guard goes that fails; the interpreter does what is left.</summary>
    protected abstract Label Deoptimize { get; }

    /// <summary>Whether every value can be put into a register file, where Runtime finds it.</summary>
    protected abstract bool HasRegisters { get; }

    /// <summary>Whether code for known kinds is to be written only where no guard can fail again and again.</summary>
    private bool AvoidsGuards => Speculation == Speculation.None && HasRegisters;

    public bool TryLower()
    {
        bool falls = true;
        for (int i = 0; i < Code.Operations.Length; i++)
        {
            Current = i;
            if (!Arrive(ref falls))
                continue;
            var operation = Code.Operations[i];
            if (Il.IsListed)
                Il.Begin(new IlBlock(IlBlockKind.Operation, operation.Instruction, $"{operation.Code} {operation.Name}".TrimEnd()));
            if (!TryBegin(operation) || (!TryLower(operation) && !TryLowerGeneric(operation)))
                return false;
            falls = !_hasLeft && operation.Code is not (OperationCode.Jump or OperationCode.Return or OperationCode.Fail);
            _hasLeft = false;
        }

        return true;
    }

    /// <summary>Goes before each operation.</summary>
    protected virtual bool TryBegin(Operation operation) => true;

    /// <summary>Lowers an operation of which too little is known by a call of its definition in Runtime.</summary>
    protected abstract bool TryLowerGeneric(Operation operation);

    /// <summary>Ends the code with the result on the stack, a 0 or 1; of a body, with nothing there.</summary>
    protected abstract void End(Operation operation);

    /// <summary>Ends a predicate with something that isn't a Bool.</summary>
    protected abstract void EndFalse(Operation operation);

    /// <summary>Goes on a path that a jump takes, before the jump.</summary>
    /// <param name="skipped">Bytecode instructions that it leaves out.</param>
    /// <param name="target">Index of the operation that it goes to.</param>
    protected virtual void Take(int skipped, int target)
    {
    }

    /// <summary>Whether <see cref="Take"/> writes anything.</summary>
    protected virtual bool Takes(int skipped, int target) => false;

    /// <summary>Goes where the path before an operation that is jumped to falls into it.</summary>
    protected virtual void Fall(int target)
    {
    }

    /// <summary>Meets the paths that lead to an operation; whether there is any.</summary>
    private bool Arrive(ref bool falls)
    {
        if (_arriving[Current] is { } arriving)
        {
            if (falls)
            {
                _arriving[Current] = Merge(arriving, _states);
                Fall(Current);
            }

            Il.Mark(_labels[Current]!.Value);
            _states = [.. _arriving[Current]!];
            falls = true;
        }

        return falls;
    }

    /// <summary>The label of a jump's target, which what is known now arrives at.</summary>
    private Label Leave(int target)
    {
        _arriving[target] = _arriving[target] is { } arriving ? Merge(arriving, _states) : [.. _states];
        return _labels[target] ??= Il.Label();
    }

    private RegisterState[] Merge(RegisterState[] a, RegisterState[] b)
    {
        var merged = new RegisterState[a.Length];
        for (int i = 0; i < a.Length; i++)
            merged[i] = RegisterState.Merge(a[i], b[i], HasRegisters);
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
                Jump(operation);
                return true;
            case OperationCode.GetAttr:
                return Attribute(operation);
            case OperationCode.TouchString:
                return TouchString(operation);
            case OperationCode.Call when operation.Function == Bytecode.Function.Len:
                return Length(operation);
            case OperationCode.Return:
                return Return(operation);
            default:
                return false;
        }
    }

    private bool Copy(Operation operation)
    {
        var source = Read(operation.A);
        if (source.Kind == StaticKind.Unknown)
        {
            if (source.Place.IsConstant || source.Place.Index >= Code.Shape.InputCount || !_states[source.Place.Index].IsStored)
                return false;
            _states[operation.Destination] = RegisterState.Copy(source.Place.Index);
            return true;
        }

        if (source.Kind != StaticKind.None)
            Push(source);
        Store(operation, source.Value);
        return true;
    }

    private bool Return(Operation operation)
    {
        if (!Code.IsPredicate)
        {
            End(operation);
            return true;
        }

        var result = Read(operation.A);
        if (result.Kind == StaticKind.Unknown && !IsInRegisterFile(result))
            return false;
        // Nothing but a Bool passes, whatever its truth.
        if (result.Kind == StaticKind.Bool)
        {
            Push(result);
            End(operation);
        }
        else if (result.Kind == StaticKind.Unknown)
        {
            PushIsTrueBool(result);
            End(operation);
        }
        else
        {
            EndFalse(operation);
        }

        return true;
    }
}
