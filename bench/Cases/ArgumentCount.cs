using System.Runtime.CompilerServices;
using HogTrace.Runtime;

namespace HogTrace.Bench.Cases;

/// <summary>A number against a constant, then the number of arguments. One hit in eight gets to the second half.</summary>
internal sealed class ArgumentCount<TTier>() : TierCase<TTier>("P2", "arg0 > 100 && len(args) > 2", "/ arg0 > 100 && len(args) > 2 / { capture(hit=1); }", fires: false)
    where TTier : struct, ITier
{
    private static readonly ProbeSite<long, string> s_site = ProbeSite.For<long, string>(SiteName("P2"), "n", "name");

    private static readonly Func<long, object[], bool> s_hand =
        [MethodImpl(MethodImplOptions.NoInlining)] static (n, args) => n > 100 && args.Length > 2;

    private readonly long[] _numbers = Samples.AroundHundred;
    private readonly string[] _names = Samples.Roles;
    private readonly object[] _arguments = [1L, "name"];

    public override bool IsInlinable => true;

    protected override Func<int, Value[]> Rows => at => [Value.FromInt(_numbers[at]), Value.FromString(_names[at])];

    public override void Hand(int count)
    {
        int start = Start(count);
        for (int i = 0; i < count; i++)
        {
            int at = (start + i) & (ValueCount - 1);
            if (s_hand(_numbers[at], _arguments))
                HandFired++;
        }
    }

    public override void Inlined(int count)
    {
        int start = Start(count);
        for (int i = 0; i < count; i++)
        {
            int at = (start + i) & (ValueCount - 1);
            if (_numbers[at] > 100 && _arguments.Length > 2)
                HandFired++;
        }
    }

    public override void Site(int count)
    {
        int start = Start(count);
        for (int i = 0; i < count; i++)
        {
            int at = (start + i) & (ValueCount - 1);
            s_site.Enter(_numbers[at], _names[at]);
        }
    }

    public override void Execute(int count)
    {
        int start = Start(count);
        for (int i = 0; i < count; i++)
        {
            int at = (start + i) & (ValueCount - 1);
            Frame.SetArguments(Value.FromInt(_numbers[at]), Value.FromString(_names[at]));
            LastOutcome = TTier.Engine.Execute(Probe, Frame).Outcome;
        }
    }
}
