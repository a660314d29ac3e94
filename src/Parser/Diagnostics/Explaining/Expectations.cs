using System.Numerics;
using HogTrace.Parser.Grammar;

namespace HogTrace.Parser.Diagnostics.Explaining;

/// <summary>Names what was expected.</summary>
internal static class Expectations
{
    public static string Describe(Expected expected)
    {
        List<string> names = [];
        for (uint rest = (uint)expected; rest != 0; rest &= rest - 1)
            names.Add(Name((Expected)(1u << BitOperations.TrailingZeroCount(rest))));
        return names.Count switch
        {
            0 => "something else",
            1 => names[0],
            _ => $"{string.Join(", ", names.Take(names.Count - 1))} or {names[^1]}",
        };
    }

    private static string Name(Expected one) => one switch
    {
        Expected.Probe => "a probe",
        Expected.Colon or Expected.SliceColon => "':'",
        Expected.Segment => "a name or '*'",
        Expected.Dot => "'.'",
        Expected.Point => "'entry' or 'exit'",
        Expected.Offset => "'+'",
        Expected.Body => "'{'",
        Expected.Predicate or Expected.PredicateEnd => "'/'",
        Expected.Statement => "a statement",
        Expected.BodyEnd => "'}'",
        Expected.Semicolon => "';'",
        Expected.Assign => "'='",
        Expected.Number => "a number",
        Expected.SampleUnit => "'%' or '/'",
        Expected.Integer => "an integer",
        Expected.OpenParen => "'('",
        Expected.CloseParen => "')'",
        Expected.CloseBracket => "']'",
        Expected.Comma => "','",
        Expected.ArgumentName or Expected.MemberName => "a name",
        Expected.Expression => "an expression",
        Expected.Operator => "an operator",
        _ => "something else",
    };
}
