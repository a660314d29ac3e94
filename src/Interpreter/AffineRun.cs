using System.Runtime.CompilerServices;
using HogTrace.Runtime;

namespace HogTrace.Interpreter;

/// <summary>
/// Operations in a row that can be one step: Int arithmetic that comes to an <see cref="AffineForm"/>. All that they
/// leave behind is the result of the last one, as temporaries above that are off the bytecode's stack.
/// </summary>
internal sealed class AffineRun
{
    private const int MaxOperations = 64;
    private const int MaxTerms = 8;

    // With less room for its registers a run isn't worth a try.
    private const long LeastBound = int.MaxValue;

    private readonly TranslatedCode _code;
    private readonly Dictionary<int, AffineSum> _written = [];
    private readonly List<int> _read = [];
    private int _leastWritten = int.MaxValue;
    private long _bound = long.MaxValue;
    private Operation? _division;
    private AffineSum _dividend = AffineSum.OfConstant(0);
    private Candidate _longest;

    private AffineRun(TranslatedCode code) => _code = code;

    /// <summary>A run as far as it has been followed.</summary>
    private readonly record struct Candidate(
        int Length, AffineSum Sum, Operation? Division, IntTest? Test, int RegisterCount, long Bound);

    /// <summary>The longest run that begins with an operation, and its length; null when there is none of two.</summary>
    public static (AffineForm Form, int Length)? Find(TranslatedCode code, bool[] isTarget, int first)
    {
        bool mayBegin = code.Operations[first].Code is OperationCode.LoadConst or OperationCode.Move
            or OperationCode.Div or OperationCode.Mod || IsArithmetic(code.Operations[first].Code);
        if (!mayBegin || !IsArithmeticNear(code, first))
            return null;
        var run = new AffineRun(code);
        int end = Math.Min(code.Operations.Length, first + MaxOperations);
        for (int i = first; i < end && (i == first || !isTarget[i]); i++)
        {
            if (!run.TryTake(code.Operations[i], i - first + 1))
                break;
        }

        return run._longest.Length >= 2 ? (run.Form(run._longest), run._longest.Length) : null;
    }

    // What follows computes with Int128, which isn't precompiled: most code of probes is spared it.
    private static bool IsArithmeticNear(TranslatedCode code, int first)
    {
        int end = Math.Min(code.Operations.Length, first + MaxOperations);
        for (int i = first; i < end; i++)
        {
            if (code.Operations[i].Code is OperationCode.Div or OperationCode.Mod || IsArithmetic(code.Operations[i].Code))
                return true;
        }

        return false;
    }

    /// <summary>Takes an operation in, with which the run has a length; whether another may follow.</summary>
    private bool TryTake(Operation operation, int length)
    {
        switch (operation.Code)
        {
            case >= OperationCode.Eq and <= OperationCode.Ge:
                TakeComparison(operation, length);
                return false;
            case OperationCode.Div or OperationCode.Mod when _division is null:
                return TryTakeDivision(operation, length);
            default:
                return _division is null && SumOf(operation) is { } sum && TryLimit(sum) && TryWrite(operation, sum, length);
        }
    }

    private bool TryWrite(Operation operation, AffineSum sum, int length)
    {
        // Not after a copy: it may be to a place below others in use.
        if (IsArithmetic(operation.Code) && operation.Destination <= _leastWritten)
            End(length, sum);
        _leastWritten = Math.Min(_leastWritten, operation.Destination);
        _written[operation.Destination] = sum;
        return true;
    }

    /// <summary>After a division the run goes on only with the comparison of what it gave with a constant.</summary>
    private bool TryTakeDivision(Operation operation, int length)
    {
        bool isQuick = operation.Destination <= _leastWritten && IntOf(operation.B) is not (null or 0 or -1);
        if (!isQuick || Read(operation.A) is not { } sum || !TryLimit(sum))
            return false;
        (_division, _dividend) = (operation, sum);
        End(length, sum);
        return true;
    }

    private void TakeComparison(Operation operation, int length)
    {
        long? constant = IntOf(operation.B);
        if (_division is not null)
        {
            if (constant is not null && operation.A == Operand.Register(_division.Destination))
                End(length, _dividend, IntTest.Of(operation.Code, constant.Value));
            return;
        }

        if (operation.Destination > _leastWritten || Read(operation.A) is not { } left || Read(operation.B) is not { } right)
            return;
        // Two sums compare as their difference does with 0.
        var sum = constant is null ? left.Plus(right, -1) : left;
        if (TryLimit(sum))
            End(length, sum, IntTest.Of(operation.Code, constant ?? 0));
    }

    /// <summary>The run can end here.</summary>
    private void End(int length, AffineSum sum, IntTest? test = null)
    {
        if (_read.Count > 0)
            _longest = new Candidate(length, sum, _division, test, _read.Count, _bound);
    }

    private AffineForm Form(Candidate run) => new()
    {
        Constant = (long)run.Sum.Constant,
        Terms = [.. Enumerable.Range(0, run.RegisterCount).Select(number =>
            new AffineTerm(_read[number] * Unsafe.SizeOf<Value>(), (long)run.Sum.CoefficientOf(number)))],
        Bound = run.Bound,
        Divisor = run.Division is null ? 0 : IntOf(run.Division.B)!.Value,
        IsRemainder = run.Division?.Code == OperationCode.Mod,
        IsTest = run.Test is not null,
        Test = run.Test.GetValueOrDefault(),
    };

    private static bool IsArithmetic(OperationCode code) => code is OperationCode.Add or OperationCode.Sub or OperationCode.Mul;

    private AffineSum? SumOf(Operation operation)
    {
        if (operation.Code is OperationCode.LoadConst or OperationCode.Move)
            return Read(operation.A);
        if (!IsArithmetic(operation.Code) || Read(operation.A) is not { } a || Read(operation.B) is not { } b)
            return null;
        return operation.Code switch
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
        int number = _read.IndexOf(operand.Index);
        if (number < 0)
        {
            number = _read.Count;
            _read.Add(operand.Index);
        }

        return AffineSum.OfRegister(number);
    }

    private long? IntOf(Operand operand) =>
        operand.IsConstant && _code.Constants[operand.Index] is { IsInt: true, UnsafeInt: var value } ? value : null;

    /// <summary>Takes a sum into the run's bound; false when there is no room for it.</summary>
    private bool TryLimit(AffineSum sum)
    {
        _bound = Math.Min(_bound, sum.Bound);
        return _bound >= LeastBound && _read.Count <= MaxTerms;
    }
}
