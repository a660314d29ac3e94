using System.Runtime.CompilerServices;
using HogTrace.Runtime;

namespace HogTrace.Bench.Cases;

/// <summary>A value is put into the request. Written by hand: as for the read.</summary>
internal sealed class StoreWrite : ProbeCase
{
    private static readonly AsyncLocal<State> s_state = new();
    private static readonly ProbeSite<long> s_site = ProbeSite.For<long>("Bench.S2", "n");

    private static readonly Action<long> s_hand =
        [MethodImpl(MethodImplOptions.NoInlining)] static (n) => s_state.Value!.X = n;

    public StoreWrite()
        : base("S2", "$req.x = arg0;", "{ $req.x = arg0; }", fires: true)
    {
        s_state.Value = new State { X = 4 };
        BenchEngine.Instance.Requests.Begin().Store.TrySet("x", Value.FromInt(4));
    }

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
            LastOutcome = BenchEngine.Instance.Execute(Probe, Frame).Outcome;
        }
    }

    /// <summary>What a program that keeps such a value for itself would write.</summary>
    private sealed class State
    {
        public long X { get; set; }
    }
}
