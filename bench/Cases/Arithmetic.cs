using System.Runtime.CompilerServices;
using HogTrace.Runtime;

namespace HogTrace.Bench.Cases;

/// <summary>Three operations on two numbers.</summary>
internal sealed class Arithmetic<TTier>() : TierCase<TTier>("P3", "(arg0 * 3 + arg1) % 7 == 2", "/ (arg0 * 3 + arg1) % 7 == 2 / { capture(hit=1); }", fires: false)
    where TTier : struct, ITier
{
    private static readonly ProbeSite<long, long> s_site = ProbeSite.For<long, long>(SiteName("P3"), "a", "b");

    private static readonly Func<long, long, bool> s_hand =
        [MethodImpl(MethodImplOptions.NoInlining)] static (a, b) => ((a * 3) + b) % 7 == 2;

    private readonly long[] _left = Samples.UpTo1000;
    private readonly long[] _right = Samples.NoRemainderOfTwo;

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
            if (((_left[at] * 3) + _right[at]) % 7 == 2)
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
        s_site.Enter(0, 2);
        return true;
    }
}
