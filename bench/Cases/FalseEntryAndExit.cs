using System.Runtime.CompilerServices;

namespace HogTrace.Bench.Cases;

/// <summary>As <see cref="FalseEntry{TTier}"/>, with an exit probe whose predicate is false, too.</summary>
internal sealed class FalseEntryAndExit<TTier>()
    : TierCase<TTier>("both", "entry and exit probe, predicates false", "/ n < 0 / { capture(n); }", fires: false, "/ retval == 0 / { capture(n); }")
    where TTier : struct, ITier
{
    private static readonly ProbeSite<long> s_site = ProbeSite.For<long>(SiteName("both"), "n");

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
