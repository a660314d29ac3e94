using System.Runtime.CompilerServices;
using HogTrace.Runtime;

namespace HogTrace.Bench.Cases;

/// <summary>Thirty-five operations on two numbers.</summary>
internal sealed class LongArithmetic<TTier>() : TierCase<TTier>("P6", "35 arithmetic operations", $"/ {LongExpression.Text} / {{ capture(hit=1); }}", fires: false)
    where TTier : struct, ITier
{
    private static readonly ProbeSite<long, long> s_site = ProbeSite.For<long, long>(SiteName("P6"), "a", "b");

    private static readonly Func<long, long, bool> s_hand =
        [MethodImpl(MethodImplOptions.NoInlining)] static (a, b) =>
            a + (b * 3) - (a * 2) + 7 + (b * 5) - (a * 4) + 1 + (b * 7) - (a * 6) + 9 + (b * 11) - (a * 8) + 2
            + (b * 13) - (a * 10) + 4 + (b * 17) - (a * 12) + 8 + (b * 19) - (a * 14) + 6 > 1_000_000;

    private readonly long[] _left = Samples.UpTo1000;
    private readonly long[] _right = Samples.UpTo900;

    public override bool IsInlinable => true;

    protected override Func<int, Value[]> Rows => at => [Value.FromInt(_left[at]), Value.FromInt(_right[at])];

    public override void Hand(int count)
    {
        int start = Start(count);
        for (int i = 0; i < count; i++)
        {
            int at = (start + i) & (ValueCount - 1);
            if (s_hand(_left[at], _right[at]))
                HandFired++;
        }
    }

    public override void Inlined(int count)
    {
        int start = Start(count);
        for (int i = 0; i < count; i++)
        {
            int at = (start + i) & (ValueCount - 1);
            long a = _left[at];
            long b = _right[at];
            if (a + (b * 3) - (a * 2) + 7 + (b * 5) - (a * 4) + 1 + (b * 7) - (a * 6) + 9 + (b * 11) - (a * 8) + 2
                + (b * 13) - (a * 10) + 4 + (b * 17) - (a * 12) + 8 + (b * 19) - (a * 14) + 6 > 1_000_000)
                HandFired++;
        }
    }

    public override void Site(int count)
    {
        int start = Start(count);
        for (int i = 0; i < count; i++)
        {
            int at = (start + i) & (ValueCount - 1);
            s_site.Enter(_left[at], _right[at]);
        }
    }

    public override void Execute(int count)
    {
        int start = Start(count);
        for (int i = 0; i < count; i++)
        {
            int at = (start + i) & (ValueCount - 1);
            Frame.SetArguments(Value.FromInt(_left[at]), Value.FromInt(_right[at]));
            LastOutcome = TTier.Engine.Execute(Probe, Frame).Outcome;
        }
    }

    public override bool TryFire()
    {
        s_site.Enter(0, 100_000);
        return true;
    }
}
