using HogTrace.Bench.Cases;
using HogTrace.Runtime;

namespace HogTrace.Bench.Compiling;

/// <summary>A predicate of the cases with a site of its own, to be installed over and over.</summary>
/// <param name="Id">The case.</param>
/// <param name="Text">The predicate.</param>
/// <param name="Arguments">Values for which it is false.</param>
/// <param name="Hit">Hits the site with them.</param>
internal sealed record InstallablePredicate(string Id, string Text, Value[] Arguments, Action Hit)
{
    private static readonly Visit s_user = new(new User("user"));
    private static readonly ProbeSite<string> s_text = ProbeSite.For<string>(NameOf("P1"), "role");
    private static readonly ProbeSite<long, string> s_count = ProbeSite.For<long, string>(NameOf("P2"), "n", "name");
    private static readonly ProbeSite<long, long> s_numbers = ProbeSite.For<long, long>(NameOf("P3"), "a", "b");
    private static readonly ProbeSite<Visit> s_visit = ProbeSite.For<Visit>(NameOf("P4"), "visit");
    private static readonly ProbeSite<long, long> s_many = ProbeSite.For<long, long>(NameOf("P6"), "a", "b");

    public static IReadOnlyList<InstallablePredicate> All { get; } =
    [
        new("P1", "arg0 == \"admin\"", [Value.FromString("user")], () => s_text.Enter("user")),
        new("P2", "arg0 > 100 && len(args) > 2", [Value.FromInt(1), Value.FromString("name")], () => s_count.Enter(1, "name")),
        new("P3", "(arg0 * 3 + arg1) % 7 == 2", [Value.FromInt(1), Value.FromInt(0)], () => s_numbers.Enter(1, 0)),
        new("P4", "arg0.user.role == \"admin\"", [Value.FromObject(s_user)], () => s_visit.Enter(s_user)),
        new("P6", LongExpression.Text, [Value.FromInt(1), Value.FromInt(0)], () => s_many.Enter(1, 0)),
    ];

    public string Site => NameOf(Id);

    public HogTraceProgram Compile() => HogTraceProgram.Compile($"fn:{Site}:entry / {Text} / {{ capture(hit=1); }}");

    private static string NameOf(string id) => $"Bench.Install.{id}";
}
