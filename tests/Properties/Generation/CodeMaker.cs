using System.Collections.Immutable;
using System.Numerics;
using HogTrace.Bytecode;

namespace HogTrace.Tests.Properties.Generation;

/// <summary>
/// Bytecode that is valid for the most part: it keeps count of the stack and lets paths join at equal depth. Now and
/// then it writes what the verifier should reject. Half of it is tame: next to nothing in it faults, so that runs get to
/// the end of it, and what they leave is captured.
/// </summary>
internal sealed class CodeMaker(Choices choices, ImmutableArray<Constant> constants, bool isPredicate)
{
    private const int MaxInstructions = 120;

    private static readonly Action<CodeWriter>[] s_binary =
    [
        w => w.Add(), w => w.Sub(), w => w.Mul(), w => w.Div(), w => w.Mod(), w => w.Eq(), w => w.Ne(), w => w.Lt(),
        w => w.Gt(), w => w.Le(), w => w.Ge(), w => w.And(), w => w.Or(), w => w.GetItem(),
    ];

    private static readonly Action<CodeWriter>[] s_tameBinary = [w => w.Eq(), w => w.Ne(), w => w.And(), w => w.Or()];

    private static readonly string[] s_tameNames =
        [ReservedNames.Args, ReservedNames.Self, ReservedNames.Kwargs, ReservedNames.Locals, ReservedNames.Globals, "order"];

    private readonly CodeWriter _code = new();
    private readonly bool _isTame = choices.IsOneOf100(50);
    private readonly Stack<(int Label, int Depth)> _pending = new();
    private int _depth;

    /// <summary>Whether what the code computes depends on clock or chance.</summary>
    public bool IsUnsteady { get; private set; }

    public ImmutableArray<byte> Make()
    {
        for (int i = 0; i < MaxInstructions && !choices.IsEnd; i++)
            Instruction();
        while (_pending.TryPop(out var label))
            Land(label);
        if (!isPredicate && _depth is > 0 and <= byte.MaxValue)
            Capture();
        MoveTo(isPredicate ? 1 : choices.Next(2));
        return _code.ToArray();
    }

    private void Instruction()
    {
        int kind = choices.Next(20);
        switch (kind)
        {
            case < 6:
                Push();
                break;
            case < 10 when _depth >= 2:
                choices.Pick(_isTame ? s_tameBinary : s_binary)(_code);
                _depth--;
                break;
            case 10 or 11 when _depth >= 1:
                Unary();
                break;
            case 12 when _depth >= 1 && !_isTame:
                _code.GetAttr(Some(ConstantKind.FieldName));
                break;
            case 13 when _depth >= 1 && !_isTame:
                Slice();
                break;
            case 14 or 15 when !_isTame || choices.IsOneOf100(20):
                Call();
                break;
            case 16 when _depth >= 1:
                Branch();
                break;
            case 17 when _pending.Count > 0:
                Land(_pending.Pop());
                break;
            case 18:
                Store();
                break;
            case 19 when choices.IsOneOf100(3):
                Broken();
                break;
            default:
                Push();
                break;
        }
    }

    private void Push()
    {
        _depth++;
        if (_depth > 1 && choices.IsOneOf100(_isTame ? 40 : 15))
            _code.Dup();
        else if (_isTame && choices.IsOneOf100(70))
            _code.LoadVar((ushort)constants.IndexOf(Constant.Identifier(choices.Pick(s_tameNames.AsSpan()))));
        else if (choices.IsOneOf100(50))
            _code.LoadVar(Some(ConstantKind.Identifier));
        else
            _code.PushConst(Some(choices.Pick(ConstantKind.Int, ConstantKind.String, ConstantKind.Float, ConstantKind.Bool, ConstantKind.None)));
    }

    private void Unary()
    {
        switch (choices.Next(4))
        {
            case 0:
                _code.Not();
                break;
            case 1:
                _code.Truth();
                break;
            case 2 when !_isTame:
                _code.Neg();
                break;
            default:
                _code.Pop();
                _depth--;
                break;
        }
    }

    private void Slice()
    {
        int parts = choices.Next(8);
        int popped = BitOperations.PopCount((uint)parts);
        while (_depth <= popped)
            Push();
        _code.GetSlice((byte)parts);
        _depth -= popped;
    }

    private void Call()
    {
        var entry = choices.Pick(FunctionTable.All.AsSpan());
        if (entry.IsCapture && isPredicate)
            return;
        IsUnsteady |= entry.Function is Function.Rand or Function.Timestamp;
        bool isNamed = entry.IsCapture && choices.IsOneOf100(70);
        int count = Math.Min(entry.MaxArguments, entry.MinArguments + choices.Next(3));
        for (int i = 0; i < count && isNamed; i++)
        {
            _code.PushConst(NthString(i));
            _depth++;
            Push();
        }

        while (!isNamed && _depth < count)
            Push();
        if (isNamed)
            _code.CallNamed(NameOf(entry), (byte)count);
        else
            _code.CallFunc(NameOf(entry), (byte)count);
        _depth += 1 - (isNamed ? 2 * count : count);
        if (entry.IsCapture)
        {
            _code.Pop();
            _depth--;
        }
    }

    private void Capture()
    {
        _code.CallFunc((ushort)constants.IndexOf(Constant.FunctionName("capture")), (byte)_depth);
        _depth = 1;
    }

    private void Branch()
    {
        int label = choices.IsOneOf100(50) ? _code.JumpIfFalse() : _code.JumpIfTrue();
        _pending.Push((label, --_depth));
    }

    /// <summary>Lets a jump land here; half the time as the other side of a choice, which a jump over it ends.</summary>
    private void Land((int Label, int Depth) jump)
    {
        MoveTo(jump.Depth);
        if (choices.IsOneOf100(50))
        {
            _code.PushConst(0);
            int over = _code.Jump();
            _code.TryPatch(jump.Label);
            Push();
            _depth--;
            _code.TryPatch(over);
            _depth++;
        }
        else
        {
            _code.TryPatch(jump.Label);
        }
    }

    private void Store()
    {
        _code.LoadVar((ushort)constants.IndexOf(Constant.Identifier(ReservedNames.Req)));
        if (choices.IsOneOf100(50))
        {
            _depth++;
            _code.GetAttr(Some(ConstantKind.FieldName));
            return;
        }

        _depth++;
        Push();
        _code.SetAttr(Some(ConstantKind.FieldName));
        _depth -= 2;
    }

    private void Broken()
    {
        switch (choices.Next(4))
        {
            case 0:
                _code.Pop();
                break;
            case 1:
                _code.StoreVar(Some(ConstantKind.Identifier));
                break;
            case 2:
                _code.PushConst((ushort)choices.Next(1 << 16));
                break;
            default:
                _code.Jump();
                break;
        }
    }

    private void MoveTo(int depth)
    {
        for (; _depth > depth; _depth--)
            _code.Pop();
        for (; _depth < depth; _depth++)
            _code.PushConst(0);
    }

    private ushort Some(ConstantKind kind)
    {
        int start = choices.Next(constants.Length);
        for (int i = 0; i < constants.Length; i++)
        {
            int index = (start + i) % constants.Length;
            if (constants[index].Kind == kind)
                return (ushort)index;
        }

        return 0;
    }

    private ushort NthString(int n)
    {
        for (int i = 0; ; i++)
        {
            if (constants[i].Kind == ConstantKind.String && n-- == 0)
                return (ushort)i;
        }
    }

    private ushort NameOf(FunctionEntry entry) =>
        (ushort)constants.IndexOf(Constant.FunctionName(entry.Name));
}
