using HogTrace.Bytecode;
using HogTrace.Parser.Folding;
using HogTrace.Parser.Syntax;
using HogTrace.Runtime;

namespace HogTrace.Tests.Conformance;

/// <summary>What the compiler computes is what a run would: every operator over every pair of a zoo of constants.</summary>
public sealed class FoldingTests
{
    private static readonly Constant[] s_zoo =
    [
        Constant.None, Constant.Bool(true), Constant.Bool(false),
        .. new[] { 0, 1, -1, 2, 7, -7, 63, (1L << 53) + 1, long.MaxValue, long.MaxValue - 1, long.MinValue, long.MinValue + 1 }
            .Select(Constant.Int),
        .. new[]
        {
            0.0, -0.0, 1.0, -1.0, 0.5, 7.0, 1e308, double.Epsilon, 9007199254740992.0, 9223372036854775808.0,
            -9223372036854775808.0, double.NaN, double.PositiveInfinity, double.NegativeInfinity,
        }.Select(Constant.Float),
        .. new[] { "", "a", "A", "ab", "1", "é", "\uffee", "😀", "😁", new string('x', 20_000) }.Select(Constant.String),
    ];

    public static TheoryData<string> BinaryOperators =>
        [.. Enum.GetValues<BinaryOperator>().Where(op => op is not (BinaryOperator.And or BinaryOperator.Or)).Select(op => op.ToString())];

    [Theory]
    [MemberData(nameof(BinaryOperators))]
    public void Binary_operators_agree(string name)
    {
        var op = Enum.Parse<BinaryOperator>(name);
        foreach (Constant left in s_zoo)
        {
            foreach (Constant right in s_zoo)
                AssertAgrees($"{left} {op} {right}", ConstantOperators.Apply(op, left, right), Run(op, ToValue(left), ToValue(right)));
        }
    }

    [Fact]
    public void Unary_operators_agree()
    {
        foreach (Constant operand in s_zoo)
        {
            var run = new RunContext(s_host);
            FaultKind fault = Operators.Neg(ToValue(operand), ref run, out Value negated);
            AssertAgrees($"-{operand}", ConstantOperators.Apply(UnaryOperator.Negate, operand), (fault, negated));
            Value not = Value.FromBool(!ToValue(operand).IsTrue);
            AssertAgrees($"!{operand}", ConstantOperators.Apply(UnaryOperator.Not, operand), (FaultKind.None, not));
        }
    }

    [Fact]
    public void Functions_that_are_folded_agree()
    {
        foreach (Function function in Enum.GetValues<Function>().Where(function => FunctionTable.Get(function).Accepts(1)))
        {
            foreach (Constant argument in s_zoo)
            {
                ConstantOutcome folded = ConstantOperators.Apply(function, argument);
                if (folded == ConstantOutcome.Unknown)
                    continue;
                var run = new RunContext(s_host);
                FaultKind fault = Builtins.Call(function, [ToValue(argument)], ref run, out Value result);
                AssertAgrees($"{function}({argument})", folded, (fault, result));
            }
        }
    }

    private static readonly EngineRunHost s_host = new(new ProbeEngineOptions(), new ProbeEngine().Requests);

    private static (FaultKind Fault, Value Result) Run(BinaryOperator op, Value left, Value right)
    {
        var run = new RunContext(s_host);
        Value result = default;
        bool test = false;
        FaultKind fault = op switch
        {
            BinaryOperator.Add => Operators.Add(left, right, ref run, out result),
            BinaryOperator.Subtract => Operators.Sub(left, right, ref run, out result),
            BinaryOperator.Multiply => Operators.Mul(left, right, ref run, out result),
            BinaryOperator.Divide => Operators.Div(left, right, ref run, out result),
            BinaryOperator.Modulo => Operators.Mod(left, right, ref run, out result),
            BinaryOperator.Less => Operators.Lt(left, right, ref run, out test),
            BinaryOperator.LessOrEqual => Operators.Le(left, right, ref run, out test),
            BinaryOperator.Greater => Operators.Gt(left, right, ref run, out test),
            BinaryOperator.GreaterOrEqual => Operators.Ge(left, right, ref run, out test),
            BinaryOperator.Equal or BinaryOperator.NotEqual => FaultKind.None,
            _ => throw new ArgumentOutOfRangeException(nameof(op)),
        };
        if (op is BinaryOperator.Equal or BinaryOperator.NotEqual)
            test = Operators.AreEqual(left, right) == (op == BinaryOperator.Equal);
        bool isArithmetic = op is BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Multiply
            or BinaryOperator.Divide or BinaryOperator.Modulo;
        return (fault, isArithmetic ? result : Value.FromBool(test));
    }

    /// <summary>A folded value is the run's to the bit, a foretold fault is one; what is left to the run agrees by nature.</summary>
    private static void AssertAgrees(string what, ConstantOutcome folded, (FaultKind Fault, Value Result) run)
    {
        if (folded.Fault is not null)
            Assert.True(run.Fault != FaultKind.None, $"{what} faults when folded only");
        if (folded.Value is not { } constant)
            return;
        Value expected = ToValue(constant);
        Assert.True(run.Fault == FaultKind.None, $"{what} faults when run only: {run.Fault}");
        Assert.True(expected.Kind == run.Result.Kind && expected.Bits == run.Result.Bits, $"{what}: {expected} folded, {run.Result} run");
        Assert.Equal(expected.StringOrNull, run.Result.StringOrNull);
    }

    private static Value ToValue(Constant constant) => constant.Kind switch
    {
        ConstantKind.None => Value.None,
        ConstantKind.Bool => Value.FromBool(constant.Bits != 0),
        ConstantKind.Int => Value.FromInt(constant.Bits),
        ConstantKind.Float => Value.FromFloat(constant.AsFloat),
        _ => Value.FromString(constant.Text),
    };
}
