using HogTrace.Bench.Cases;

namespace HogTrace.Bench.Rivals;

/// <summary>The predicates of the cases, written for other engines.</summary>
internal static class RivalList
{
    public static IReadOnlyList<string> Ids { get; } = ["P1", "P2", "P3", "P4", "P6"];

    /// <summary>Null when the case is not one of these predicates.</summary>
    public static Rival? TryCreate(string id) => id switch
    {
        "P1" => StringEquality(),
        "P2" => ArgumentCount(),
        "P3" => Arithmetic(),
        "P4" => MemberChain(),
        "P6" => LongArithmetic(),
        _ => null,
    };

    private static OneArgument<string> StringEquality() => new(
        "P1",
        Samples.Roles,
        "admin",
        arg0 => arg0 == "admin",
        static (dynamic arg0) => arg0 == "admin",
        new PredicateText("arg0 == \"admin\"", "arg0 === 'admin'"));

    private static TwoArguments<long, object[]> ArgumentCount() => new(
        "P2",
        Samples.AroundHundred,
        [[1L, "name"]],
        (101, [1L, "name", "more"]),
        (arg0, arg1) => arg0 > 100 && arg1.Length > 2,
        static (dynamic arg0, dynamic arg1) => arg0 > 100 && arg1.Length > 2,
        new PredicateText("arg0 > 100 && arg1.Length > 2", "arg0 > 100 && arg1.length > 2"));

    private static TwoArguments<long, long> Arithmetic() => new(
        "P3",
        Samples.UpTo1000,
        Samples.NoRemainderOfTwo,
        (0, 2),
        (arg0, arg1) => ((arg0 * 3) + arg1) % 7 == 2,
        static (dynamic arg0, dynamic arg1) => ((arg0 * 3) + arg1) % 7 == 2,
        new PredicateText("(arg0 * 3 + arg1) % 7 == 2", "(arg0 * 3 + arg1) % 7 === 2"));

    private static OneArgument<Visit> MemberChain() => new(
        "P4",
        Samples.Visits,
        new Visit(new User("admin")),
        arg0 => arg0.User.Role == "admin",
        static (dynamic arg0) => arg0.User.Role == "admin",
        new PredicateText("arg0.User.Role == \"admin\"", "arg0.User.Role === 'admin'"));

    private static TwoArguments<long, long> LongArithmetic() => new(
        "P6",
        Samples.UpTo1000,
        Samples.UpTo900,
        (0, 100_000),
        (a, b) => a + (b * 3) - (a * 2) + 7 + (b * 5) - (a * 4) + 1 + (b * 7) - (a * 6) + 9 + (b * 11) - (a * 8) + 2
            + (b * 13) - (a * 10) + 4 + (b * 17) - (a * 12) + 8 + (b * 19) - (a * 14) + 6 > 1_000_000,
        static (dynamic a, dynamic b) => a + (b * 3) - (a * 2) + 7 + (b * 5) - (a * 4) + 1 + (b * 7) - (a * 6) + 9 + (b * 11) - (a * 8) + 2
            + (b * 13) - (a * 10) + 4 + (b * 17) - (a * 12) + 8 + (b * 19) - (a * 14) + 6 > 1_000_000,
        new PredicateText(LongExpression.Text, LongExpression.Text));
}
