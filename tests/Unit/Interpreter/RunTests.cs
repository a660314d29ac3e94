using HogTrace.Interpreter;
using HogTrace.Runtime;

namespace HogTrace.Tests.Unit.Interpreter;

/// <summary>A run of operations that is one step can't be told from the operations, whatever they meet and wherever the fuel ends.</summary>
public sealed class RunTests
{
    private const int PlentyOfFuel = 1_000;

    private static readonly object?[] s_edges =
    [
        0L, 1L, -1L, 7L, 1_000_000_007L, int.MaxValue, int.MinValue, 1L << 32, 1L << 61, -(1L << 62) - 3,
        long.MaxValue / 3, long.MaxValue, long.MinValue, long.MinValue + 1, 1.5, true, "x", null, 2.5m,
    ];

    [Theory]
    [InlineData("a * 3 + b > 10")]
    [InlineData("a - b * 2 + 7 == b")]
    [InlineData("(a * 3 + b) % 7 == 2")]
    [InlineData("(a * 3 - b) % -5 != -2")]
    [InlineData("(a + b) % 1 == 0")]
    [InlineData("((a + 1) / 3) >= b - 2")]
    [InlineData("((a - b) / 4) < -1")]
    [InlineData("a * 2 < b * 3")]
    [InlineData("5 - (a + b) <= 3 * a")]
    [InlineData("a - a == 0")]
    [InlineData("a * 0 + b == b")]
    [InlineData("a * 4611686018427387904 - 1 > b")]
    [InlineData("a * 2147483648 * 2 + b != 3")]
    [InlineData("a + 1 < -9223372036854775807")]
    [InlineData("a + b > 9223372036854775807")]
    [InlineData("(a + 1) % 9223372036854775807 >= 9223372036854775807")]
    [InlineData("a + 1 > b && b + 1 > a || a * b + 1 == 2")]
    [InlineData("(a > 1 ? a + 1 : b - 1) * 2 + 1 == 5")]
    [InlineData("a * b + a * 2 + 1 == 4")]
    [InlineData("(a % 7) * 3 + (b % 5) * 2 == 4")]
    [InlineData("max(a, a + b, b * 2 - 1) - 1 == 1")]
    [InlineData("(a + 1 == b) == (b + 1 > a)")]
    [InlineData("-(a + 1) + b < 3")]
    public void Is_what_its_operations_are(string expression)
    {
        var code = Warm(expression);
        Assert.Contains(code.Code.Steps, step => step.Code == StepCode.Affine);
        foreach (object? a in s_edges)
        {
            foreach (object? b in s_edges)
                Check(code, expression, a, b);
        }
    }

    [Fact]
    public void Any_run_is_what_its_operations_are()
    {
        var random = new Random(26);
        int runs = 0;
        for (int i = 0; i < 400; i++)
        {
            string expression = $"{Sum(random, 4)} {Pick(random, "==", "!=", "<", ">", "<=", ">=")} {Sum(random, 2)}";
            var code = Warm(expression);
            runs += code.Code.Steps.Any(step => step.Code == StepCode.Affine) ? 1 : 0;
            for (int j = 0; j < 12; j++)
                Check(code, expression, Pick(random, s_edges), Pick(random, s_edges));
        }

        Assert.True(runs > 300, $"only {runs} runs");
    }

    [Fact]
    public void Ends_at_overflow_of_each_operation()
    {
        // Every prefix of the sum leaves the range of Int first for some a.
        var code = Warm("a + a * 3 + a * 5 + a * 9 - a * 17 + a * 33 > 0");
        var instructions = new HashSet<int>();
        for (long weight = 1; weight <= 40; weight++)
        {
            var ending = Check(code, "", long.MaxValue / weight, 0L);
            if (ending.Fault == FaultKind.Overflow)
                instructions.Add(ending.At);
        }

        Assert.True(instructions.Count >= 6, $"{instructions.Count} instructions overflowed");
    }

    [Fact]
    public void Holds_for_Ints_within_its_bound_only()
    {
        // Three times a fits up to a third of the range, with a room of one for the constant.
        var code = Warm("a * 3 - 1 > 0");
        var form = (AffineForm)code.Code.Steps.Single(step => step.Code == StepCode.Affine).Data!;
        Assert.Equal((long.MaxValue - 1) / 3, form.Bound);
        foreach (long a in new[] { form.Bound, form.Bound + 1, -form.Bound, -form.Bound - 1, long.MaxValue / 3, (long.MaxValue / 3) + 1 })
            Check(code, "a * 3 - 1 > 0", a, 0L);
    }

    [Fact]
    public void Threads_share_its_steps()
    {
        for (int round = 0; round < 20; round++)
        {
            var code = TestCode.Of("(a * 3 + b) % 7 == 2");
            Parallel.For(0, 4, worker =>
            {
                for (int i = 0; i < 300; i++)
                {
                    bool isInt = (i + worker) % 3 != 0;
                    var outcome = code.Run(PlentyOfFuel, isInt ? (long)i : i + 0.5, 1L).Outcome;
                    double expected = ((isInt ? i : i + 0.5) * 3 + 1) % 7;
                    Assert.Equal(expected == 2 ? CodeOutcome.True : CodeOutcome.False, outcome);
                }
            });
        }
    }

    private static TestCode Warm(string expression)
    {
        var code = TestCode.Of(expression);
        // Both sides of every condition have to be met before all steps are what they can be.
        foreach (var (a, b) in new[] { (5L, 7L), (-3L, 1L), (1L, 5L), (0L, 0L), (5L, 7L), (-3L, 1L), (1L, 5L), (0L, 0L) })
            code.Run(PlentyOfFuel, a, b);
        return code;
    }

    /// <summary>Compares with code that no run has changed, at every budget.</summary>
    private static Ending Check(TestCode code, string expression, object? a, object? b)
    {
        var whole = code.Fresh().Run(PlentyOfFuel, a, b);
        string place = $"{expression} for {a ?? "null"}, {b ?? "null"}";
        Assert.True(code.Run(PlentyOfFuel, a, b) == whole, place);
        var quick = code.TryQuick(a, b);
        Assert.True(quick == CodeOutcome.NeedsContext || quick == whole.Outcome, place);
        for (int budget = 0; budget <= whole.Executed + whole.Touched + 1; budget++)
            Assert.True(code.Run(budget, a, b) == code.Fresh().Run(budget, a, b), $"{place}, budget {budget}");
        return whole;
    }

    private static string Sum(Random random, int depth)
    {
        if (depth == 0)
            return Pick(random, "a", "b", "a", "b", "3", "7", "1000");
        string left = Sum(random, depth - 1), right = Sum(random, random.Next(depth));
        return random.Next(7) switch
        {
            0 => $"({left} + {right})",
            1 => $"({left} - {right})",
            2 => $"({left} * {Pick(random, "2", "-3", "10", "4294967296", right)})",
            3 => $"({left} % {Pick(random, "7", "-5", "1", "1000000000000", right)})",
            4 => $"({left} / {Pick(random, "3", "-4", "100000000000", right)})",
            _ => $"({left} {Pick(random, "+", "-")} {Pick(random, "a", "b")} * {random.Next(20)})",
        };
    }

    private static T Pick<T>(Random random, params T[] choices) => choices[random.Next(choices.Length)];
}
