namespace HogTrace.Tests.Profiler;

/// <summary>The profiler in processes that probe themselves. What is checked is in the target's scenarios.</summary>
public sealed class ProfilerTests
{
    private const string LoadedAtStart = "state 2";
    private const string Attached = "state 1";

    public static TheoryData<string> Scenarios =>
        ["shapes", "replacing", "inlining", "framework", "refusals", "requests", "threads"];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public async Task Loaded_at_start(string scenario) => Succeeds(await ProfiledProcess.RunLoadedAtStart(scenario), LoadedAtStart);

    [Theory]
    [MemberData(nameof(Scenarios))]
    public async Task Attached_while_running(string scenario) => Succeeds(await ProfiledProcess.RunAttached(scenario), Attached);

    [Theory]
    [InlineData("shapes")]
    [InlineData("inlining")]
    [InlineData("threads")]
    public async Task Attached_to_code_that_is_optimized_at_once(string scenario) =>
        Succeeds(await ProfiledProcess.RunAttached(scenario, ("DOTNET_TieredCompilation", "0")), Attached);

    private static void Succeeds(TargetResult result, string state)
    {
        Assert.True(result.ExitCode == 0, $"ended with {result.ExitCode}: {result.Output}");
        Assert.Contains(state, result.Output);
    }
}
