using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using HogTrace.Bytecode;

namespace HogTrace.Parser.Binding;

/// <summary>
/// Names the fields of a positional capture after their source text, without its white space: <c>arg0.user.email</c>,
/// <c>args[0].x</c>; what has no such text is <c>value0</c>, <c>value1</c>, … by position. They are given before
/// constants are folded, so that a field is called the same either way.
/// </summary>
internal static class CaptureNames
{
    public static ImmutableArray<string> Of(ImmutableArray<BoundExpression> values)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var repeats = new Dictionary<string, int>(StringComparer.Ordinal);
        var names = ImmutableArray.CreateBuilder<string>(values.Length);
        for (int i = 0; i < values.Length; i++)
        {
            string name = TextOf(values[i]) ?? string.Create(CultureInfo.InvariantCulture, $"value{i}");
            string unique = name;
            while (!taken.Add(unique))
            {
                int repeat = repeats.GetValueOrDefault(name, 1) + 1;
                repeats[name] = repeat;
                unique = string.Create(CultureInfo.InvariantCulture, $"{name}_{repeat}");
            }

            names.Add(unique);
        }

        return names.MoveToImmutable();
    }

    private static string? TextOf(BoundExpression expression)
    {
        if (expression is not BoundPostfix postfix)
            return Root(expression);
        if (Root(postfix.Operand) is not { } root)
            return null;
        var text = new StringBuilder(root);
        foreach (BoundAccess access in postfix.Accesses)
        {
            if (!TryAppend(text, access))
                return null;
        }

        return Encoding.UTF8.GetByteCount(text.ToString()) <= Limits.StringBytes ? text.ToString() : null;
    }

    private static string? Root(BoundExpression expression) => expression switch
    {
        BoundName name => name.Name,
        BoundRequest request => request.Name,
        _ => null,
    };

    private static bool TryAppend(StringBuilder text, BoundAccess access)
    {
        switch (access)
        {
            case BoundMember member:
                text.Append('.').Append(member.Name);
                return true;
            case BoundIndex { Index: BoundConstant { Value: { Kind: ConstantKind.Int } index } }:
                text.Append('[').Append(CultureInfo.InvariantCulture, $"{index.Bits}").Append(']');
                return true;
            case BoundIndex { Index: BoundConstant { Value: { Kind: ConstantKind.String } key } }:
                AppendQuoted(text.Append('['), key.Text!).Append(']');
                return true;
            default:
                return false;
        }
    }

    private static StringBuilder AppendQuoted(StringBuilder text, string key)
    {
        text.Append('"');
        foreach (char unit in key)
        {
            if (unit is '"' or '\\')
                text.Append('\\').Append(unit);
            else if (char.IsControl(unit))
                text.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}");
            else
                text.Append(unit);
        }

        return text.Append('"');
    }
}
