using System.Runtime.CompilerServices;
using HogTrace.Runtime;

namespace HogTrace.Bench.Cases;

/// <summary>A string argument against a constant.</summary>
internal sealed class StringEquality<TTier>() : TierCase<TTier>("P1", "arg0 == \"admin\"", "/ arg0 == \"admin\" / { capture(hit=1); }", fires: false)
    where TTier : struct, ITier
{
    private static readonly ProbeSite<string> s_site = ProbeSite.For<string>(SiteName("P1"), "role");

    private static readonly Func<string, bool> s_hand =
        [MethodImpl(MethodImplOptions.NoInlining)] static (role) => role == "admin";

    private readonly string[] _roles = Samples.Roles;

    public override bool IsInlinable => true;

    protected override Func<int, Value[]> Rows => at => [Value.FromString(_roles[at])];

    public override void Hand(int count)
    {
        int start = Start(count);
        for (int i = 0; i < count; i++)
        {
            int at = (start + i) & (ValueCount - 1);
            if (s_hand(_roles[at]))
                HandFired++;
        }
    }

    public override void Inlined(int count)
    {
        int start = Start(count);
        for (int i = 0; i < count; i++)
        {
            int at = (start + i) & (ValueCount - 1);
            if (_roles[at] == "admin")
                HandFired++;
        }
    }

    public override void Site(int count)
    {
        int start = Start(count);
        for (int i = 0; i < count; i++)
        {
            int at = (start + i) & (ValueCount - 1);
            s_site.Enter(_roles[at]);
        }
    }

    public override void Execute(int count)
    {
        int start = Start(count);
        for (int i = 0; i < count; i++)
        {
            int at = (start + i) & (ValueCount - 1);
            Frame.SetArguments(Value.FromString(_roles[at]));
            LastOutcome = TTier.Engine.Execute(Probe, Frame).Outcome;
        }
    }

    public override bool TryFire()
    {
        s_site.Enter("admin");
        return true;
    }
}
