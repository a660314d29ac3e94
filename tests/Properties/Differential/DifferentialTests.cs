using CsCheck;

namespace HogTrace.Tests.Properties.Differential;

/// <summary>Compiled code does what the interpreter does: result, fault and its place, fuel, captures, store.</summary>
public sealed class DifferentialTests
{
    private const int Programs = 100_000;

    [Fact]
    public void TheTiersAgree()
    {
        int run = 0;
        Gen.Byte.Array[0, 250].Sample(
            decisions =>
            {
                if (!DifferentialCheck.TryRun(decisions, out string? complaint))
                    return;
                Interlocked.Increment(ref run);
                Assert.True(complaint is null, complaint);
            },
            // Some decisions make no program.
            iter: Programs * 4 / 3);
        Assert.True(run >= Programs, $"only {run} programs were run");
    }
}
