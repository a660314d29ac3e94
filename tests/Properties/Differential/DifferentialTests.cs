using CsCheck;

namespace HogTrace.Tests.Properties.Differential;

/// <summary>
/// Compiled code does what the interpreter does, and that what the checking interpreter does: result, fault and its
/// place, fuel, captures, store.
/// </summary>
public sealed class DifferentialTests
{
    private const int Programs = 100_000;

    [Fact]
    public void TheTiersAgree() => AssertAgree(TierPair.Of, Programs);

    [Fact]
    public void TheInterpretersAgree() => AssertAgree(CheckedPair.Of, Programs / 2);

    private static void AssertAgree(PairMaker pairOf, int programs)
    {
        int run = 0;
        Gen.Byte.Array[0, 250].Sample(
            decisions =>
            {
                if (!DifferentialCheck.TryRun(decisions, pairOf, out string? complaint))
                    return;
                Interlocked.Increment(ref run);
                Assert.True(complaint is null, complaint);
            },
            // Some decisions make no program.
            iter: programs * 4 / 3);
        Assert.True(run >= programs, $"only {run} programs were run");
    }
}
