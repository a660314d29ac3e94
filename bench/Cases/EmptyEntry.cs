using System.Runtime.CompilerServices;

namespace HogTrace.Bench.Cases;

/// <summary>As <see cref="EmptySite"/>, for a method of three arguments that doesn't tell its end.</summary>
internal sealed class EmptyEntry<TTier>() : TierCase<TTier>("off3", "site with nothing installed, three arguments, entry only", null, fires: false)
    where TTier : struct, ITier
{
    private static readonly ProbeSite<string, string, long> s_site =
        ProbeSite.For<string, string, long>(SiteName("off3"), "method", "path", "n");

    private static readonly Func<string, string, long, long> s_hand =
        [MethodImpl(MethodImplOptions.NoInlining)] static (method, path, n) => (n * 3) + path.Length;

    private static readonly Func<string, string, long, long> s_probed =
        [MethodImpl(MethodImplOptions.NoInlining)] static (method, path, n) =>
        {
            s_site.Enter(method, path, n);
            return (n * 3) + path.Length;
        };

    public override bool Executes => false;

    public override void Hand(int count)
    {
        for (int i = 0; i < count; i++)
            s_hand("GET", "/orders", i);
    }

    public override void Site(int count)
    {
        for (int i = 0; i < count; i++)
            s_probed("GET", "/orders", i);
    }

    public override void Execute(int count)
    {
    }
}
