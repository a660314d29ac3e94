using HogTrace.Bridge;

namespace HogTrace.Agent.Hooks;

/// <summary>Hits a site of no inputs.</summary>
internal sealed class SiteHook<TGuard>(BareProbeSite site) : Hook
    where TGuard : struct, IHitGuard
{
    public override void Hit()
    {
        if (!TGuard.TryEnter())
            return;
        site.Enter();
        TGuard.Leave();
    }
}

/// <summary>Hits a site of one input.</summary>
internal sealed class SiteHook<TGuard, T0>(ProbeSite<T0> site) : Hook<T0>
    where TGuard : struct, IHitGuard
{
    public override void Hit(T0 input0)
    {
        if (!TGuard.TryEnter())
            return;
        site.Enter(input0);
        TGuard.Leave();
    }
}

/// <summary>Hits a site of two inputs.</summary>
internal sealed class SiteHook<TGuard, T0, T1>(ProbeSite<T0, T1> site) : Hook<T0, T1>
    where TGuard : struct, IHitGuard
{
    public override void Hit(T0 input0, T1 input1)
    {
        if (!TGuard.TryEnter())
            return;
        site.Enter(input0, input1);
        TGuard.Leave();
    }
}

/// <summary>Hits a site of three inputs.</summary>
internal sealed class SiteHook<TGuard, T0, T1, T2>(ProbeSite<T0, T1, T2> site) : Hook<T0, T1, T2>
    where TGuard : struct, IHitGuard
{
    public override void Hit(T0 input0, T1 input1, T2 input2)
    {
        if (!TGuard.TryEnter())
            return;
        site.Enter(input0, input1, input2);
        TGuard.Leave();
    }
}

/// <summary>Hits a site of four inputs.</summary>
internal sealed class SiteHook<TGuard, T0, T1, T2, T3>(ProbeSite<T0, T1, T2, T3> site) : Hook<T0, T1, T2, T3>
    where TGuard : struct, IHitGuard
{
    public override void Hit(T0 input0, T1 input1, T2 input2, T3 input3)
    {
        if (!TGuard.TryEnter())
            return;
        site.Enter(input0, input1, input2, input3);
        TGuard.Leave();
    }
}

/// <summary>Hits a site of five inputs.</summary>
internal sealed class SiteHook<TGuard, T0, T1, T2, T3, T4>(ProbeSite<T0, T1, T2, T3, T4> site) : Hook<T0, T1, T2, T3, T4>
    where TGuard : struct, IHitGuard
{
    public override void Hit(T0 input0, T1 input1, T2 input2, T3 input3, T4 input4)
    {
        if (!TGuard.TryEnter())
            return;
        site.Enter(input0, input1, input2, input3, input4);
        TGuard.Leave();
    }
}

/// <summary>Hits a site of six inputs.</summary>
internal sealed class SiteHook<TGuard, T0, T1, T2, T3, T4, T5>(ProbeSite<T0, T1, T2, T3, T4, T5> site) : Hook<T0, T1, T2, T3, T4, T5>
    where TGuard : struct, IHitGuard
{
    public override void Hit(T0 input0, T1 input1, T2 input2, T3 input3, T4 input4, T5 input5)
    {
        if (!TGuard.TryEnter())
            return;
        site.Enter(input0, input1, input2, input3, input4, input5);
        TGuard.Leave();
    }
}

/// <summary>Hits a site of seven inputs.</summary>
internal sealed class SiteHook<TGuard, T0, T1, T2, T3, T4, T5, T6>(ProbeSite<T0, T1, T2, T3, T4, T5, T6> site) : Hook<T0, T1, T2, T3, T4, T5, T6>
    where TGuard : struct, IHitGuard
{
    public override void Hit(T0 input0, T1 input1, T2 input2, T3 input3, T4 input4, T5 input5, T6 input6)
    {
        if (!TGuard.TryEnter())
            return;
        site.Enter(input0, input1, input2, input3, input4, input5, input6);
        TGuard.Leave();
    }
}

/// <summary>Hits a site of eight inputs.</summary>
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
