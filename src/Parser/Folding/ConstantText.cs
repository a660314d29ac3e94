using System.Collections.Immutable;
using System.Text;
using HogTrace.Bytecode;
using HogTrace.Parser.Binding;
using HogTrace.Parser.Syntax;

namespace HogTrace.Parser.Folding;

/// <summary>Joins a run of added string literals at once; pair by pair would copy quadratically.</summary>
internal static class ConstantText
{
    /// <summary>The end of the run of <c>+ "text"</c> from <paramref name="next"/> on; at least one link.</summary>
    public static int RunEnd(BoundConstant left, ImmutableArray<BoundLink> links, int next)
    {
        int end = next;
        if (left.Value.Kind == ConstantKind.String)
        {
            while (end < links.Length && TextOf(links[end]) is not null)
                end++;
        }

        return Math.Max(end, next + 1);
    }

    public static ConstantOutcome Join(BoundConstant left, ImmutableArray<BoundLink> links, int next, int end)
    {
        var text = new StringBuilder(left.Value.Text);
        for (int i = next; i < end; i++)
        {
            text.Append(TextOf(links[i]));
            if (text.Length > Limits.StringResultUnits)
                return ConstantOperators.TextTooLong;
        }

        return ConstantOperators.Text(text.ToString());
    }

    private static string? TextOf(BoundLink link) =>
        link.Operator == BinaryOperator.Add && link.Operand is BoundConstant { Value.Kind: ConstantKind.String } constant
            ? constant.Value.Text
            : null;
}
