using HogTrace.Runtime;

namespace HogTrace.IlBackend.Typing;

/// <summary>Which registers' values may still be read, at each operation. One pass back: jumps go forward only.</summary>
internal sealed class Liveness
{
    private readonly bool[][] _before;

    public Liveness(TranslatedCode code)
    {
        var operations = code.Operations;
        _before = new bool[operations.Length][];
        for (int i = operations.Length - 1; i >= 0; i--)
            _before[i] = Before(operations[i], i, code);
    }

    public bool IsLive(int operation, int register) => _before[operation][register];

    private bool[] Before(Operation operation, int index, TranslatedCode code)
    {
        var live = new bool[code.RegisterCount];
        if (operation.Code is not (OperationCode.Jump or OperationCode.Return) && index + 1 < _before.Length)
            Add(live, _before[index + 1]);
        if (operation.Target >= 0)
            Add(live, _before[operation.Target]);
        if (operation.Destination >= 0)
            live[operation.Destination] = false;
        Read(live, operation, code);
        return live;
    }

    private static void Read(bool[] live, Operation operation, TranslatedCode code)
    {
        switch (operation.Code)
        {
            case OperationCode.LoadName or OperationCode.LoadGlobals or OperationCode.Fail or OperationCode.GetStore or OperationCode.Jump:
                break;
            case OperationCode.LoadArgs or OperationCode.LoadKwargs or OperationCode.LoadLocals:
                live.AsSpan(0, code.Shape.GivenCount).Fill(true);
                break;
            // Without operands their place may be behind the last register.
            case OperationCode.Call or OperationCode.Capture when operation.Count == 0:
                break;
            case OperationCode.Call or OperationCode.Capture:
                live.AsSpan(operation.A.Index, operation.Count).Fill(true);
                break;
            case OperationCode.GetSlice:
                live.AsSpan(operation.A.Index, 1 + int.PopCount(operation.Count)).Fill(true);
                break;
            case OperationCode.Return when !code.IsPredicate:
                break;
            default:
                Read(live, operation.A);
                if (operation.Code is not (OperationCode.LoadConst or OperationCode.Move or OperationCode.Return))
                    Read(live, operation.B);
                break;
        }
    }

    // Register 0 is what an operand that isn't used looks like; reading one too many does no harm.
    private static void Read(bool[] live, Operand operand)
    {
        if (!operand.IsConstant)
            live[operand.Index] = true;
    }

    private static void Add(bool[] live, bool[] more)
    {
        for (int i = 0; i < live.Length; i++)
            live[i] |= more[i];
    }
}
