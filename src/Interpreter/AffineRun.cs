using System.Runtime.CompilerServices;
using HogTrace.Runtime;

namespace HogTrace.Interpreter;

/// <summary>
/// Finds operations in a row that can be one step: Int arithmetic that comes to an <see cref="AffineForm"/>. All that
/// they leave behind is the result of the last one: temporaries above it are off the bytecode's stack.
/// </summary>
internal sealed class AffineRun
{
    private const int MaxOperations = 64;
    private const int MaxTerms = 8;

    // With less room for its registers a run isn't worth a try.
    private const long LeastBound = int.MaxValue;

    private readonly TranslatedCode _code;
    private readonly int _first;
    private readonly Dictionary<int, AffineSum> _written = [];
    private readonly SortedSet<int> _read = [];
    private int _leastWritten = int.MaxValue;
    private Operation? _division;
    private AffineSum _dividend = AffineSum.OfConstant(0);
    private long _bound = long.MaxValue;

    private AffineRun(TranslatedCode code, int first)
    {
        _code = code;
        _first = first;
    }

    /// <summary>Operations of the run.</summary>
    public int Length { get; private set; }

    public AffineForm Form { get; private set; } = null!;

    /// <summary>The longest run that begins with an operation; null when there is none of two.</summary>
    public static AffineRun? Find(TranslatedCode code, bool[] isTarget, int first)
    {
        var run = new AffineRun(code, first);
        int end = Math.Min(code.Operations.Length, first + MaxOperations);
        for (int i = first; i < end && (i == first || !isTarget[i]); i++)
        {
            if (!run.TryTake(code.Operations[i], i))
                break;
        }

        return run.Length >= 2 ? run : null;
    }

    /// <summary>Takes an operation in; whether another may follow.</summary>
    private bool TryTake(Operation operation, int index)
    {
        if (operation.Code is >= OperationCode.Eq and <= OperationCode.Ge)
        {
            if (_division is null)
                TakeComparison(operation, index);
            else if (operation.A == Operand.Register(_division.Destination) && IntOf(operation.B) is { } constant)
                End(index, _dividend, _division, IntRange.Of(operation.Code, constant));
            return false;
        }

        if (_division is not null)
            return false;
        if (operation.Code is OperationCode.Div or OperationCode.Mod)
            return TryTakeDivision(operation, index);
        return SumOf(operation) is { } sum && TryWrite(operation, index, sum);
    }

    private bool TryWrite(Operation operation, int index, AffineSum sum)
    {
        if (!TryBound(sum))
            return false;
        if (operation.Destination <= _leastWritten)
            End(index, sum);
        _leastWritten = Math.Min(_leastWritten, operation.Destination);
        _written[operation.Destination] = sum;
        return true;
    }

    private bool TryTakeDivision(Operation operation, int index)
    {
        bool isQuick = operation.Destination <= _leastWritten && IntOf(operation.B) is not (null or 0 or -1);
        if (!isQuick || Read(operation.A) is not { } sum || !TryBound(sum))
            return false;
        (_division, _dividend) = (operation, sum);
        End(index, sum, operation);
        return true;
    }

    private void TakeComparison(Operation operation, int index)
    {
        if (operation.Destination > _leastWritten || Read(operation.A) is not { } left || Read(operation.B) is not { } right)
            return;
        // Two sums compare as their difference does with 0.
        long? constant = IntOf(operation.B);
        var sum = constant is null ? left.Plus(right, -1) : left;
        if (TryBound(sum))
            End(index, sum, test: IntRange.Of(operation.Code, constant ?? 0));
    }

    /// <summary>The run can end here.</summary>
    private void End(int index, AffineSum sum, Operation? division = null, IntRange? test = null)
    {
        if (_read.Count is 0 or > MaxTerms)
            return;
        Length = index - _first + 1;
        Form = new AffineForm
        {
            Constant = (long)sum.Constant,
            Terms = [.. _read.Select(register => new AffineTerm(register * Unsafe.SizeOf<Value>(), (long)sum.Coefficients.GetValueOrDefault(register)))],
            Bound = _bound,
            Divisor = division is null ? 0 : IntOf(division.B)!.Value,
            IsRemainder = division?.Code == OperationCode.Mod,
            IsTest = test is not null,
            Test = test.GetValueOrDefault(),
        };
    }

    private AffineSum? SumOf(Operation operation)
    {
        bool isArithmetic = operation.Code is OperationCode.Add or OperationCode.Sub or OperationCode.Mul;
        bool isCopy = operation.Code is OperationCode.LoadConst or OperationCode.Move;
        if (!isArithmetic && !isCopy)
            return null;
        if (Read(operation.A) is not { } a)
            return null;
        if (isCopy)
            return a;
        return Read(operation.B) is not { } b ? null : operation.Code switch
        {
            OperationCode.Add => a.Plus(b, 1),
            OperationCode.Sub => a.Plus(b, -1),
            _ => a.Times(b),
        };
    }

    /// <summary>What an operand holds; null for a constant that is no Int.</summary>
    private AffineSum? Read(Operand operand)
    {
        if (operand.IsConstant)
            return IntOf(operand) is { } value ? AffineSum.OfConstant(value) : null;
        if (_written.TryGetValue(operand.Index, out var sum))
            return sum;
        _read.Add(operand.Index);
        return AffineSum.OfRegister(operand.Index);
    }

    private long? IntOf(Operand operand) =>
        operand.IsConstant && _code.Constants[operand.Index] is { IsInt: true, UnsafeInt: var value } ? value : null;

    private bool TryBound(AffineSum sum)
    {
        _bound = Math.Min(_bound, sum.Bound);
        return _bound >= LeastBound;
    }
}
