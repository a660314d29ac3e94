using System.Runtime.CompilerServices;
using HogTrace.Runtime;

namespace HogTrace.Bench.Cases;

/// <summary>A value is put into the request. Written by hand: as for the read.</summary>
internal sealed class StoreWrite<TTier> : TierCase<TTier>
    where TTier : struct, ITier
{
    private static readonly ProbeSite<long> s_site = ProbeSite.For<long>(SiteName("S2"), "n");

    private static readonly Action<long> s_hand =
        [MethodImpl(MethodImplOptions.NoInlining)] static (n) => RequestState.Current.X = n;

    public StoreWrite()
        : base("S2", "$req.x = arg0;", "{ $req.x = arg0; }", fires: true)
    {
        RequestState.Begin();
        TTier.Engine.Requests.Begin().Store.TrySet("x", Value.FromInt(4));
    }

    public override void Hand(int count)
    {
        for (int i = 0; i < count; i++)
        {
            s_hand(i);
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
}
