using System.Text;
using HogTrace.Bytecode;
using HogTrace.Parser.Syntax;

namespace HogTrace.Parser.Folding;

/// <summary>
/// The operators of the language on constants. The meaning is the run time's, which this assembly may not know; a
/// conformance test compares the two over every pair of constants.
/// </summary>
internal static class ConstantOperators
{
    /// <summary>Every binary operator but <c>&amp;&amp;</c> and <c>||</c>, which choose their operands.</summary>
    public static ConstantOutcome Apply(BinaryOperator op, Constant left, Constant right) => op switch
    {
        BinaryOperator.Equal => Bool(ConstantOrder.AreEqual(left, right)),
        BinaryOperator.NotEqual => Bool(!ConstantOrder.AreEqual(left, right)),
        BinaryOperator.Less => Order(left, right, sign => sign < 0),
        BinaryOperator.LessOrEqual => Order(left, right, sign => sign <= 0),
        BinaryOperator.Greater => Order(left, right, sign => sign > 0),
        BinaryOperator.GreaterOrEqual => Order(left, right, sign => sign >= 0),
        BinaryOperator.Add when left.Kind == ConstantKind.String && right.Kind == ConstantKind.String =>
            Concatenate(left.Text!, right.Text!),
        _ => Arithmetic(op, left, right),
    };

    public static ConstantOutcome Apply(UnaryOperator op, Constant operand) => (op, operand.Kind) switch
    {
        (UnaryOperator.Not, _) => Bool(!ConstantOrder.Truth(operand)),
        (_, ConstantKind.Int) when operand.Bits == long.MinValue => Overflow,
        (_, ConstantKind.Int) => ConstantOutcome.Of(Constant.Int(-operand.Bits)),
        (_, ConstantKind.Float) => ConstantOutcome.Of(Constant.Float(-operand.AsFloat)),
        _ => ConstantOutcome.Faults($"'-' does not apply to {operand.Kind}"),
    };

    /// <summary>Functions that depend on nothing but their arguments, as far as folding them is plain.</summary>
    public static ConstantOutcome Apply(Function function, Constant argument) => (function, argument.Kind) switch
    {
        (Function.Len, ConstantKind.String) => ConstantOutcome.Of(Constant.Int(argument.Text!.Length)),
        (Function.Len, _) => ConstantOutcome.Faults($"{argument.Kind} has no length"),
        _ => ConstantOutcome.Unknown,
    };

    public static ConstantOutcome TextTooLong => ConstantOutcome.Faults("the string is too long");

    /// <summary>A string that only the wire cannot hold is left to the run.</summary>
    public static ConstantOutcome Text(string text) =>
        Encoding.UTF8.GetByteCount(text) > Limits.StringBytes
            ? ConstantOutcome.Unknown
            : ConstantOutcome.Of(Constant.String(text));

    private static ConstantOutcome Overflow => ConstantOutcome.Faults("integer overflow");

    private static ConstantOutcome Bool(bool value) => ConstantOutcome.Of(Constant.Bool(value));

    private static ConstantOutcome Order(Constant left, Constant right, Func<int, bool> test)
    {
        if (ConstantOrder.IsNumber(left) && ConstantOrder.IsNumber(right))
            return Bool(ConstantOrder.CompareNumbers(left, right) is { } sign && test(sign));
        if (left.Kind == ConstantKind.String && right.Kind == ConstantKind.String)
            return Bool(test(ConstantOrder.CompareText(left.Text!, right.Text!)));
        return ConstantOutcome.Faults($"{left.Kind} and {right.Kind} have no order");
    }

    private static ConstantOutcome Concatenate(string left, string right) =>
        left.Length + right.Length > Limits.StringResultUnits ? TextTooLong : Text(left + right);

    private static ConstantOutcome Arithmetic(BinaryOperator op, Constant left, Constant right)
    {
        if (!ConstantOrder.IsNumber(left) || !ConstantOrder.IsNumber(right))
            return ConstantOutcome.Faults($"'{Symbol(op)}' does not apply to {left.Kind} and {right.Kind}");
        return left.Kind == ConstantKind.Int && right.Kind == ConstantKind.Int
            ? OnInts(op, left.Bits, right.Bits)
            : OnFloats(op, AsFloat(left), AsFloat(right));
    }

    private static double AsFloat(Constant number) =>
        number.Kind == ConstantKind.Int ? number.Bits : number.AsFloat;

    private static ConstantOutcome OnInts(BinaryOperator op, long left, long right)
    {
        if (op is BinaryOperator.Divide or BinaryOperator.Modulo)
        {
            if (right == 0)
                return DivisionByZero;
            // The hardware traps on this pair, the remainder's included; the run decides what it means.
            if (left == long.MinValue && right == -1)
                return op == BinaryOperator.Divide ? Overflow : ConstantOutcome.Unknown;
        }

        Int128 result = op switch
        {
            BinaryOperator.Add => (Int128)left + right,
            BinaryOperator.Subtract => (Int128)left - right,
            BinaryOperator.Multiply => (Int128)left * right,
            BinaryOperator.Divide => left / right,
            BinaryOperator.Modulo => left % right,
            _ => throw new ArgumentOutOfRangeException(nameof(op)),
        };
        return result < long.MinValue || result > long.MaxValue
            ? Overflow
            : ConstantOutcome.Of(Constant.Int((long)result));
    }

    private static ConstantOutcome OnFloats(BinaryOperator op, double left, double right)
    {
        if (op is BinaryOperator.Divide or BinaryOperator.Modulo && right == 0)
            return DivisionByZero;
        return ConstantOutcome.Of(Constant.Float(op switch
        {
            BinaryOperator.Add => left + right,
            BinaryOperator.Subtract => left - right,
            BinaryOperator.Multiply => left * right,
            BinaryOperator.Divide => left / right,
            BinaryOperator.Modulo => left % right,
            _ => throw new ArgumentOutOfRangeException(nameof(op)),
        }));
    }

    private static ConstantOutcome DivisionByZero => ConstantOutcome.Faults("division by zero");

    private static char Symbol(BinaryOperator op) => op switch
    {
        BinaryOperator.Add => '+',
        BinaryOperator.Subtract => '-',
        BinaryOperator.Multiply => '*',
        BinaryOperator.Divide => '/',
        _ => '%',
    };
}
