using HogTrace.Bytecode;
using HogTrace.Parser.Syntax;

namespace HogTrace.Parser.Binding;

/// <summary>What is known of a result's kind without running.</summary>
internal static class BoundKinds
{
    /// <summary>Whether the expression gives a Bool whenever it gives anything.</summary>
    public static bool IsBool(BoundExpression expression) => expression switch
    {
        BoundConstant constant => constant.Value.Kind == ConstantKind.Bool,
        BoundUnary unary => unary.Operator == UnaryOperator.Not,
        BoundChain chain => IsComparison(chain),
        BoundLogical => true,
        BoundCall call => call.Function.Function is Function.StartsWith or Function.EndsWith or Function.Contains,
        BoundConditional conditional => IsBool(conditional.Then) && IsBool(conditional.Otherwise),
        _ => false,
    };

    /// <summary>Whether the expression can give anything but a Bool.</summary>
    public static bool IsNeverBool(BoundExpression expression) => expression switch
    {
        BoundConstant constant => constant.Value.Kind != ConstantKind.Bool,
        BoundUnary unary => unary.Operator == UnaryOperator.Negate,
        BoundChain chain => !IsComparison(chain),
        BoundCall call => call.Function.Function is not
            (Function.StartsWith or Function.EndsWith or Function.Contains or Function.Min or Function.Max),
        BoundConditional conditional => IsNeverBool(conditional.Then) && IsNeverBool(conditional.Otherwise),
        _ => false,
    };

    // A chain holds operators of one level, so its last tells what all of them give.
    private static bool IsComparison(BoundChain chain) =>
        chain.Links[^1].Operator is >= BinaryOperator.Equal and <= BinaryOperator.GreaterOrEqual;
}
