using System.Runtime.CompilerServices;
using HogTrace.Runtime;

namespace HogTrace.Bench.Cases;

/// <summary>Thirty-five operations on two numbers.</summary>
internal sealed class LongArithmetic() : ProbeCase("P6", "35 arithmetic operations", Code, fires: false)
{
    private const string Code =
        "/ arg0 + arg1 * 3 - arg0 * 2 + 7 + arg1 * 5 - arg0 * 4 + 1 + arg1 * 7 - arg0 * 6 + 9 + arg1 * 11 - arg0 * 8 + 2"
        + " + arg1 * 13 - arg0 * 10 + 4 + arg1 * 17 - arg0 * 12 + 8 + arg1 * 19 - arg0 * 14 + 6 > 1000000 / { capture(hit=1); }";

    private static readonly ProbeSite<long, long> s_site = ProbeSite.For<long, long>("Bench.P6", "a", "b");

    private static readonly Func<long, long, bool> s_hand =
        [MethodImpl(MethodImplOptions.NoInlining)] static (a, b) =>
            a + (b * 3) - (a * 2) + 7 + (b * 5) - (a * 4) + 1 + (b * 7) - (a * 6) + 9 + (b * 11) - (a * 8) + 2
            + (b * 13) - (a * 10) + 4 + (b * 17) - (a * 12) + 8 + (b * 19) - (a * 14) + 6 > 1_000_000;

    private readonly long[] _left = Samples.Numbers(ValueCount, 1000);
    private readonly long[] _right = Samples.Numbers(ValueCount, 900);

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
            LastOutcome = BenchEngine.Instance.Execute(Probe, Frame).Outcome;
        }
    }
}
