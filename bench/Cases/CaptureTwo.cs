using System.Runtime.CompilerServices;
using HogTrace.Runtime;

namespace HogTrace.Bench.Cases;

/// <summary>A capture of a number and the time. Written by hand: a new record into a ring.</summary>
internal sealed class CaptureTwo<TTier>() : TierCase<TTier>("C2", "capture(user_id=arg0, ts=timestamp())", "{ capture(user_id=arg0, ts=timestamp()); }", fires: true)
    where TTier : struct, ITier
{
    private static readonly Captured[] s_ring = new Captured[1024];
    private static int s_next;
    private static readonly ProbeSite<long> s_site = ProbeSite.For<long>(SiteName("C2"), "id");

    private static readonly Action<long> s_hand =
        [MethodImpl(MethodImplOptions.NoInlining)] static (id) =>
        s_ring[s_next++ & 1023] = new Captured(id, (DateTime.UtcNow - DateTime.UnixEpoch).TotalSeconds);

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

    public override void Settle() => TTier.Engine.Flush();

    private sealed record Captured(long UserId, double Timestamp);
}
