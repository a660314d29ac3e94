using System.Runtime.CompilerServices;
using HogTrace.Runtime;

namespace HogTrace.Bench.Cases;

/// <summary>Two members of an object, then a string against a constant.</summary>
internal sealed class MemberChain<TTier>() : TierCase<TTier>("P4", "arg0.user.role == \"admin\"", "/ arg0.user.role == \"admin\" / { capture(hit=1); }", fires: false)
    where TTier : struct, ITier
{
    private static readonly ProbeSite<Visit> s_site = ProbeSite.For<Visit>(SiteName("P4"), "visit");

    private static readonly Func<Visit, bool> s_hand =
        [MethodImpl(MethodImplOptions.NoInlining)] static (visit) => visit.User.Role == "admin";

    private readonly Visit[] _visits = Samples.Visits;

    public override bool IsInlinable => true;

    protected override Func<int, Value[]> Rows => at => [Value.FromObject(_visits[at])];

    public override void Hand(int count)
    {
        int start = Start(count);
        for (int i = 0; i < count; i++)
        {
            int at = (start + i) & (ValueCount - 1);
            if (s_hand(_visits[at]))
                HandFired++;
        }
    }

    public override void Inlined(int count)
    {
        int start = Start(count);
        for (int i = 0; i < count; i++)
        {
            int at = (start + i) & (ValueCount - 1);
            if (_visits[at].User.Role == "admin")
                HandFired++;
        }
    }

    public override void Site(int count)
    {
        int start = Start(count);
        for (int i = 0; i < count; i++)
        {
            int at = (start + i) & (ValueCount - 1);
            s_site.Enter(_visits[at]);
        }
    }

    public override void Execute(int count)
    {
        int start = Start(count);
        for (int i = 0; i < count; i++)
        {
            int at = (start + i) & (ValueCount - 1);
            Frame.SetArguments(Value.FromObject(_visits[at]));
            LastOutcome = TTier.Engine.Execute(Probe, Frame).Outcome;
        }
    }

    public override bool TryFire()
    {
        s_site.Enter(new Visit(new User("admin")));
        return true;
    }
}
