using HogTrace.Cli.Input;

namespace HogTrace.Tests.Unit.Cli;

public sealed class DurationsTests
{
    [Theory]
    [InlineData("10s", 10_000)]
    [InlineData("500ms", 500)]
    [InlineData("1.5s", 1_500)]
    [InlineData("2m", 120_000)]
    [InlineData("1h", 3_600_000)]
    [InlineData("00:00:01:30", 90_000)]
    [InlineData("01:30", 90_000)]
    [InlineData("1:00:00:00", 86_400_000)]
    public void Are_numbers_with_units_or_clocks(string text, double milliseconds)
    {
        Assert.True(Durations.TryParse(text, out var duration));
        Assert.Equal(milliseconds, duration.TotalMilliseconds);
    }

    [Theory]
    [InlineData("")]
    [InlineData("10")]
    [InlineData("s")]
    [InlineData("-1s")]
    [InlineData("0s")]
    [InlineData("00:00:00:00")]
    [InlineData("1e300h")]
    [InlineData("99999999999999999999h")]
    [InlineData("10 s")]
    public void Are_nothing_else(string text) => Assert.False(Durations.TryParse(text, out _));
}
