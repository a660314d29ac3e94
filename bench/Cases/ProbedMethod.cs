using System.Runtime.CompilerServices;

namespace HogTrace.Bench.Cases;

/// <summary>A method with a site, against the same method without.</summary>
internal sealed class ProbedMethod<TTier, TForm>() : TierCase<TTier>(TForm.Id, TForm.Title, TForm.Entry, fires: false, TForm.Exit)
    where TTier : struct, ITier
    where TForm : struct, IProbedForm
{
    private static readonly ProbeSite<long> s_site = ProbeSite.For<long>(SiteName(TForm.Id), "n");

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
