using System.Runtime.CompilerServices;
using HogTrace.Runtime;

namespace HogTrace.Bench.Cases;

/// <summary>A value of the request. Written by hand: a property of an object that an AsyncLocal holds.</summary>
internal sealed class StoreRead : ProbeCase
{
    private static readonly AsyncLocal<State> s_state = new();
    private static readonly ProbeSite<long> s_site = ProbeSite.For<long>("Bench.S1", "n");

    private static readonly Func<long, bool> s_hand =
        [MethodImpl(MethodImplOptions.NoInlining)] static (_) => s_state.Value!.X == 5;

    public StoreRead()
        : base("S1", "$req.x == 5", "/ $req.x == 5 / { capture(hit=1); }", fires: false)
    {
        s_state.Value = new State { X = 4 };
        BenchEngine.Instance.Requests.Begin().Store.TrySet("x", Value.FromInt(4));
    }

    public override void Hand(int count)
    {
        for (int i = 0; i < count; i++)
        {
            if (s_hand(i))
                HandFired++;
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
            LastOutcome = BenchEngine.Instance.Execute(Probe, Frame).Outcome;
        }
    }

    /// <summary>What a program that keeps such a value for itself would write.</summary>
    private sealed class State
    {
        public long X { get; set; }
    }
}
