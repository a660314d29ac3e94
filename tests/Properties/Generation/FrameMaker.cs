using HogTrace.Bytecode;
using HogTrace.Runtime;

namespace HogTrace.Tests.Properties.Generation;

/// <summary>Frames with all kinds of values, host objects among them.</summary>
internal static class FrameMaker
{
    private static readonly object?[] s_values =
    [
        1L, null, "admin", true, false, 0L, -1L, 7L, long.MaxValue, long.MinValue, 0.0, 1.5, double.NaN, double.NegativeInfinity, "",
        "x", "😀é", "\uD800", new string('b', 40_000), 12.5m, ulong.MaxValue, 'c', DayOfWeek.Friday, new DateTime(2024, 2, 29),
        TimeSpan.FromDays(1), Guid.Empty, new Version(1, 2), new Uri("https://example.com/a"), new[] { 1, 2, 3 }, new List<object?> { 1, "a", null },
        Array.Empty<string>(), new Dictionary<string, object?> { ["x"] = 1, ["password"] = "p" }, (1, "two"),
        new HashSet<int> { 1, 2 }, new InvalidOperationException("wrong"), new Node("n", new Node("m", null)), Node.Cycle(),
        Enumerable.Range(0, 100_000).ToArray(), new HostileObject(),
    ];

    public static ProbeFrame Make(Choices choices) => Make(choices, choices.Next(4));

    public static ProbeFrame Make(Choices choices, int count)
    {
        var arguments = new Value[count];
        for (int i = 0; i < arguments.Length; i++)
            arguments[i] = Some(choices);
        var frame = new ProbeFrame("a.b", ProbePoint.Entry)
        {
            Self = Some(choices),
            KeywordArguments = new Dictionary<string, Value> { ["order"] = Some(choices) },
            Globals = new Dictionary<string, Value> { ["x"] = Some(choices) },
        };
        frame.SetArguments(arguments);
        return frame;
    }

    private static Value Some(Choices choices) => Value.FromObject(choices.Pick(s_values));
}
