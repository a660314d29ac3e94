using System.Runtime.CompilerServices;

namespace HogTrace.Bench.Cases;

/// <summary>The method of <see cref="EmptySite{TTier}"/> with an entry probe whose predicate is false, against the method alone.</summary>
internal sealed class FalseEntry<TTier>() : TierCase<TTier>("entry", "entry probe, predicate false", "/ n < 0 / { capture(n); }", fires: false)
    where TTier : struct, ITier
{
    private static readonly ProbeSite<long> s_site = ProbeSite.For<long>(SiteName("entry"), "n");

    private static readonly Func<long, long> s_hand = [MethodImpl(MethodImplOptions.NoInlining)] static (n) => (n * 3) + 1;

    private static readonly Func<long, long> s_probed = [MethodImpl(MethodImplOptions.NoInlining)] static (n) =>
    {
        var call = s_site.Enter(n);
        return call.Exit((n * 3) + 1);
    };

    public override bool Executes => false;

    public override void Hand(int count)
    {
        for (int i = 0; i < count; i++)
            s_hand(i);
    }

    public override void Site(int count)
    {
        for (int i = 0; i < count; i++)
            s_probed(i);
    }

    public override void Execute(int count)
    {
    }
}
