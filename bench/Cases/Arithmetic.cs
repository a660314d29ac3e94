using System.Runtime.CompilerServices;
using HogTrace.Runtime;

namespace HogTrace.Bench.Cases;

/// <summary>Three operations on two numbers.</summary>
internal sealed class Arithmetic : ProbeCase
{
    private static readonly ProbeSite<long, long> s_site = ProbeSite.For<long, long>("Bench.P3", "a", "b");

    private static readonly Func<long, long, bool> s_hand =
        [MethodImpl(MethodImplOptions.NoInlining)] static (a, b) => ((a * 3) + b) % 7 == 2;

    private readonly long[] _left = Samples.Numbers(ValueCount, 1000);
    private readonly long[] _right;

    public Arithmetic()
        : base("P3", "(arg0 * 3 + arg1) % 7 == 2", "/ (arg0 * 3 + arg1) % 7 == 2 / { capture(hit=1); }", fires: false) =>
        _right = [.. _left.Reverse().Zip(_left, (b, a) => Avoiding(a, b))];

    // Values for which the sum leaves a remainder of 2 are moved by one.
    private static long Avoiding(long a, long b) => ((a * 3) + b) % 7 == 2 ? b + 1 : b;

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
