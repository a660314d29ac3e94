using HogTrace.Tests.Conformance.Reading;
using HogTrace.Tests.Conformance.Running;
using HogTrace.Tests.Conformance.Tiers;

namespace HogTrace.Tests.Conformance;

/// <summary>Every case, with every smaller budget.</summary>
public sealed class BudgetTests
{
    // Beyond so many budgets only every so-many-th is tried, and always the last ones.
    private const int BudgetsTried = 300;

    [Theory]
    [MemberData(nameof(ConformanceTests.Running), MemberType = typeof(ConformanceTests))]
    public void Every_tier_stops_where_the_budget_ends(string name)
    {
        ConformanceCase item = CaseFiles.All[name];
        foreach (Way way in Way.Of(item).Where(way => way.Name != "loaded"))
        {
            using var expected = new PreparedCase(item, way, TierList.Reference);
            int budget = item.Options.Engine.Limits.InstructionBudget;
            int used = expected.Run().Frames.SelectMany(runs => runs).Select(run => budget - run.FuelLeft).DefaultIfEmpty(0).Max();
            foreach (ITier tier in TierList.Metered)
            {
                using var actual = new PreparedCase(item, way, tier);
                foreach (int fuel in Budgets(used))
                {
                    string title = $"{way.Name}, {tier.Name}, budget {fuel}\n";
                    Assert.Equal(title + expected.Run(fuel).Describe(Detail.All), title + actual.Run(fuel).Describe(Detail.All));
                }
            }
        }
    }

    private static IEnumerable<int> Budgets(int used)
    {
        int stride = (used / BudgetsTried) + 1;
        return Enumerable.Range(0, used + 1).Where(fuel => fuel % stride == 0 || fuel > used - BudgetsTried);
    }
}
