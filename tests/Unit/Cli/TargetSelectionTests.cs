using HogTrace.Cli.Attaching;

namespace HogTrace.Tests.Unit.Cli;

public sealed class TargetSelectionTests
{
    private static readonly TargetProcess[] s_processes =
    [
        new(1, "Shop", "dotnet", "10.0.1", "dotnet Shop.dll", null),
        new(2, "Plain", "Plain", "10.0.1", "./Plain", null),
        new(3, "Plain", "Plain", "10.0.1", "./Plain", null),
        new(4, "Old", "dotnet", "8.0.1", "dotnet Old.dll", "its runtime is older than .NET 10"),
        new(5, "Shop", "dotnet", "8.0.1", "dotnet Shop.dll", "its runtime is older than .NET 10"),
    ];

    [Theory]
    [InlineData("Shop", 1)]
    [InlineData("shop", 1)]
    [InlineData("dotnet", 1)]
    public void Finds_the_one_that_can_be_traced(string name, int id)
    {
        Assert.True(TargetSelection.TryByName(name, s_processes, out var process, out _));
        Assert.Equal(id, process.Id);
    }

    [Theory]
    [InlineData("Plain", "'Plain' is the name of 2 processes; choose one with -p: Plain (2), Plain (3)")]
    [InlineData("Shp", "no .NET process is called 'Shp'; did you mean 'Shop'?")]
    [InlineData("Old", "Old (4) can't be traced: its runtime is older than .NET 10")]
    [InlineData("Something", "no .NET process is called 'Something'; running are Shop (1), Plain (2), Plain (3), Old (4), Shop (5)")]
    public void Says_why_there_is_none(string name, string expected)
    {
        Assert.False(TargetSelection.TryByName(name, s_processes, out _, out string? error));
        Assert.Equal(expected, error);
    }

    [Fact]
    public void Says_that_nothing_runs()
    {
        Assert.False(TargetSelection.TryByName("Shop", [], out _, out string? error));
        Assert.Equal("no .NET process is called 'Shop'; none is running", error);
    }
}
