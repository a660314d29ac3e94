using System.Runtime.CompilerServices;
using HogTrace.Bench.Captures;
using HogTrace.Bench.Paired;
using HogTrace.Runtime;

namespace HogTrace.Bench.Cases;

/// <summary>A capture of two strings and a number. Written by hand: a new record into a ring.</summary>
internal sealed class CaptureThree<TTier>() : TierCase<TTier>("C3", "capture(method=arg0, path=arg1, n=arg2)", "{ capture(method=arg0, path=arg1, n=arg2); }", fires: true)
    where TTier : struct, ITier
{
    private static readonly Captured[] s_ring = new Captured[1024];
    private static int s_next;
    private static readonly ProbeSite<string, string, long> s_site = ProbeSite.For<string, string, long>(SiteName("C3"), "method", "path", "n");

    private static readonly Action<string, string, long> s_hand =
        [MethodImpl(MethodImplOptions.NoInlining)] static (method, path, n) =>
        s_ring[s_next++ & 1023] = new Captured(method, path, n);

    private static readonly Action<HandRing, string, string, long> s_send =
        [MethodImpl(MethodImplOptions.NoInlining)] static (ring, method, path, n) => ring.Send(method, path, n);

    private readonly string[] _paths = Samples.Roles;

    public override void Hand(int count)
    {
        int start = Start(count);
        for (int i = 0; i < count; i++)
        {
            int at = (start + i) & (ValueCount - 1);
            s_hand("GET", _paths[at], i);
        }
    }

    public override void Site(int count)
    {
        int start = Start(count);
        for (int i = 0; i < count; i++)
        {
            int at = (start + i) & (ValueCount - 1);
            s_site.Enter("GET", _paths[at], i);
        }
    }

    public override void Execute(int count)
    {
        int start = Start(count);
        for (int i = 0; i < count; i++)
        {
            int at = (start + i) & (ValueCount - 1);
            Frame.SetArguments(Value.FromString("GET"), Value.FromString(_paths[at]), Value.FromInt(i));
            LastOutcome = TTier.Engine.Execute(Probe, Frame).Outcome;
        }
    }

    public override IEnumerable<(Variant Variant, Action<int> Loop, Action Settle)> Others
    {
        get
        {
            var ring = new HandRing();
            yield return (Variant.HandRing, count => Ring(ring, count), ring.Settle);
        }
    }

    public override void Settle() => TTier.Engine.Flush();

    private void Ring(HandRing ring, int count)
    {
        int start = Start(count);
        for (int i = 0; i < count; i++)
            s_send(ring, "GET", _paths[(start + i) & (ValueCount - 1)], i);
    }

    private sealed record Captured(string Method, string Path, long N);
}
