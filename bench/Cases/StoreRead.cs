using System.Runtime.CompilerServices;
using HogTrace.Runtime;

namespace HogTrace.Bench.Cases;

/// <summary>A value of the request. Written by hand: a property of an object that an AsyncLocal holds.</summary>
internal sealed class StoreRead<TTier> : TierCase<TTier>
    where TTier : struct, ITier
{
    private static readonly ProbeSite<long> s_site = ProbeSite.For<long>(SiteName("S1"), "n");

    private static readonly Func<long, bool> s_hand =
        [MethodImpl(MethodImplOptions.NoInlining)] static (_) => RequestState.Current.X == 5;

    public StoreRead()
        : base("S1", "$req.x == 5", "/ $req.x == 5 / { capture(hit=1); }", fires: false)
    {
        RequestState.Begin();
        TTier.Engine.Requests.Begin().Store.TrySet("x", Value.FromInt(4));
    }

    public override void Hand(int count)
    {
        for (int i = 0; i < count; i++)
        {
            if (s_hand(i))
                HandFired++;
        }
    }

    public override void Site(int count)
    {
        for (int i = 0; i < count; i++)
        {
            s_site.Enter(i);
        }
    }

    public override void Execute(int count)
    {
        for (int i = 0; i < count; i++)
        {
            Frame.SetArguments(Value.FromInt(i));
            LastOutcome = TTier.Engine.Execute(Probe, Frame).Outcome;
        }
    }

    public override bool TryFire()
    {
        TTier.Engine.Requests.CurrentStore.TrySet("x", Value.FromInt(5));
        s_site.Enter(0);
        return true;
    }
}
