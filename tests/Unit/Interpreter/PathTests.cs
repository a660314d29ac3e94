using HogTrace.Interpreter;

namespace HogTrace.Tests.Unit.Interpreter;

/// <summary>Attributes in a row that are one step can't be told from the attributes.</summary>
public sealed class PathTests
{
    private const int PlentyOfFuel = 1_000;

    private static readonly object?[] s_values =
    [
        new Visit(new User("admin", new Size(3))), new Visit(new User("guest", new Size(4))), new Visit(new User("", null)),
        new Visit(new User(null, null)), new Visit(null), null, 5L, "text", 1.5,
        new Visit(new User(new string('x', 63), null)), new Visit(new User(new string('x', 64), null)),
        new Visit(new User(new string('x', 700), new Size(9))),
        new OtherVisit { User = new User("admin", new Size(1)) }, new OtherVisit { User = "admin" },
        new OtherVisit { User = new string('y', 200) }, new OtherVisit { User = DayOfWeek.Friday },
        new OtherVisit { User = new Visit(null) }, new OtherVisit { User = new Enumeration(DayOfWeek.Monday) },
    ];

    [Theory]
    [InlineData("a.user.role == 'admin'")]
    [InlineData("a.user.role != 'admin'")]
    [InlineData("a.user.role == ''")]
    [InlineData("a.user.role == 'Monday' || a.user.role == None")]
    [InlineData("a.user == 'Friday'")]
    [InlineData("a.user.size.width > 3")]
    [InlineData("a.user.size.width + 1 == 4")]
    [InlineData("len(a.user.role) > 3")]
    [InlineData("a.user.role == 'guest' && a.user.size.width == 4")]
    [InlineData("(a.user.role == 'guest') == (a.user.size == None)")]
    [InlineData("a.user.missing.width == 'x'")]
    public void Is_what_its_attributes_are(string expression)
    {
        CheckAll(expression, null, s_values);
        CheckAll(expression, typeof(Visit), s_values.Where(value => value is null or Visit));
    }

    [Fact]
    public void A_comparison_after_it_is_part_of_it()
    {
        var code = TestCode.Of("a.user.role == 'admin'", typeof(Visit)).Code;
        Assert.Equal(StepCode.Path, code.Steps[0].Code);
        Assert.Equal((3, 2), (code.Steps[0].B, code.Steps[0].Count));
        Assert.Equal([typeof(User)], code.TypesAt(1));
    }

    private static void CheckAll(string expression, Type? type, IEnumerable<object?> values)
    {
        var code = TestCode.Of(expression, type);
        for (int round = 0; round < 3; round++)
        {
            foreach (object? value in values)
            {
                var whole = code.Fresh().Run(PlentyOfFuel, value);
                string place = $"{expression} for {value ?? "null"}, round {round}";
                Assert.True(code.Run(PlentyOfFuel, value) == whole, place);
                var quick = code.TryQuick(value);
                Assert.True(quick == CodeOutcome.NeedsContext || quick == whole.Outcome, place);
                for (int budget = 0; budget <= whole.Executed + whole.Touched + 1; budget++)
                    Assert.True(code.Run(budget, value) == code.Fresh().Run(budget, value), $"{place}, budget {budget}");
            }
        }
    }

    private sealed record Visit(User? User);

    private sealed record User(string? Role, Size? Size);

    private sealed record Size(int Width);

    private sealed record Enumeration(DayOfWeek Role);

    private sealed class OtherVisit
    {
        public object? User { get; init; }
    }
}
