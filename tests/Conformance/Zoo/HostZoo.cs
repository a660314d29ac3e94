using System.Collections.Immutable;

namespace HogTrace.Tests.Conformance.Zoo;

/// <summary>Host objects by the name that case files call them; each is made anew for every run.</summary>
internal static class HostZoo
{
    private static readonly Dictionary<string, Func<object>> s_all = new()
    {
        ["DBNull"] = () => DBNull.Value,
        ["Order"] = Order.Sample,
        ["Point"] = () => new Point { X = 3, Y = 4 },
        ["Pair"] = () => (1, "two"),
        ["Tuple"] = () => Tuple.Create("a", 2L),
        ["Red"] = () => Colour.Red,
        ["Green"] = () => Colour.Green,
        ["Blue"] = () => Colour.Blue,
        ["Crimson"] = () => Colour.Crimson,
        ["UnnamedColour"] = () => (Colour)77,
        ["Huge"] = () => Vast.Huge,
        ["Account"] = () => new Account(),
        ["Ambiguous"] = () => new Ambiguous(),
        ["ShadowedByCase"] = () => new ShadowedByCase(),
        ["Credentials"] = () => new Credentials(),
        ["Explosive"] = () => new Explosive(),
        ["ExplosiveList"] = () => new ExplosiveList(),
        ["ExplosiveCount"] = () => new ExplosiveCount(),
        ["ThrowingDictionary"] = () => new ThrowingDictionary(),
        ["Unsized"] = Sequences.Unsized,
        ["Ints"] = () => new[] { 10, 20, 30 },
        ["Empty"] = Array.Empty<object>,
        ["Grid"] = () => new[,] { { 1, 2 }, { 3, 4 } },
        ["IntList"] = () => new List<int> { 5, 6, 7 },
        ["Words"] = () => new List<string> { "pear", "apple", "fig" },
        ["Mixed"] = () => new List<object?> { 1, "one", null },
        ["ImmutableInts"] = () => ImmutableArray.Create(1, 2, 3),
        ["IntSet"] = () => new HashSet<int> { 1, 2, 3 },
        ["EmptyList"] = () => new List<int>(),
        ["Queue"] = () => new Queue<int>([1, 2]),
        ["Ages"] = () => new Dictionary<string, int> { ["ann"] = 30, ["bob"] = 40 },
        ["ByNumber"] = () => new Dictionary<int, string> { [1] = "one", [-2] = "minus two" },
        ["ByColour"] = () => new Dictionary<Colour, string> { [Colour.Red] = "stop" },
        ["Headers"] = () => new Dictionary<string, string> { ["Authorization"] = "Bearer x", ["Accept"] = "*/*" },
        ["CountKey"] = () => new Dictionary<string, string> { ["Count"] = "key", ["other"] = "value" },
        ["CaselessAges"] = () => new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase) { ["Ann"] = 30 },
        ["EmptyDictionary"] = () => new Dictionary<string, int>(),
        ["Node"] = Node.Chain,
        ["Cycle"] = Node.Cycle,
        ["CyclicList"] = Sequences.Cyclic,
        ["Wide"] = () => new Wide(),
        ["Delegate"] = () => new Action(Sequences.DoNothing),
        ["FinishedTask"] = () => Task.FromResult(5),
        ["KeyValue"] = () => KeyValuePair.Create("key", 5),
        ["SecretPair"] = () => KeyValuePair.Create("password", "hunter2"),
        ["Exception"] = () => new ArgumentNullException("id"),
        ["Failure"] = () => new InvalidOperationException("it broke", new TimeoutException("late")),
        ["BadException"] = () => new BadException(),
        ["Anonymous"] = () => new { Name = "anon", Age = 9 },
        ["UtcDate"] = () => new DateTime(2024, 2, 29, 12, 30, 15, DateTimeKind.Utc),
        ["Loner"] = () => new Loner(),
    };

    public static IEnumerable<string> Names => s_all.Keys;

    public static object Make(string name) => s_all[name]();
}
