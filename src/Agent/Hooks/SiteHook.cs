using HogTrace.Bridge;

namespace HogTrace.Agent.Hooks;

/// <summary>Hits a site of eight inputs.</summary>
[Arities(WithNone = true)]
internal sealed class SiteHook<TGuard, T0, T1, T2, T3, T4, T5, T6, T7>(ProbeSite<T0, T1, T2, T3, T4, T5, T6, T7> site) : Hook<T0, T1, T2, T3, T4, T5, T6, T7>
    where TGuard : struct, IHitGuard
{
    public override void Hit(T0 input0, T1 input1, T2 input2, T3 input3, T4 input4, T5 input5, T6 input6, T7 input7)
    {
        if (!TGuard.TryEnter())
            return;
        site.Enter(input0, input1, input2, input3, input4, input5, input6, input7);
        TGuard.Leave();
    }
}
