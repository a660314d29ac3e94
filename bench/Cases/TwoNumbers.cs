using System.Runtime.CompilerServices;
using HogTrace.Runtime;

namespace HogTrace.Bench.Cases;

/// <summary>Arithmetic on two numbers.</summary>
internal sealed class TwoNumbers<TTier, TForm>() : TierCase<TTier>(TForm.Id, TForm.Title, $"/ {TForm.Predicate} / {{ capture(hit=1); }}", fires: false)
    where TTier : struct, ITier
    where TForm : struct, ITwoNumbersForm
{
    private static readonly ProbeSite<long, long> s_site = ProbeSite.For<long, long>(SiteName(TForm.Id), "a", "b");

    private static readonly Func<long, long, bool> s_hand =
        [MethodImpl(MethodImplOptions.NoInlining)] static (a, b) => TForm.Test(a, b);

    private readonly long[] _left = Samples.UpTo1000;
    private readonly long[] _right = TForm.Right;

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
            if (TForm.Test(_left[at], _right[at]))
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
        s_site.Enter(0, TForm.Firing);
        return true;
    }
}
