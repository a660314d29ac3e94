namespace HogTrace.Agent.Hooks;

/// <summary>Decides whether a hit is the program's.</summary>
internal interface IHitGuard
{
    static abstract bool TryEnter();

    static abstract void Leave();
}

/// <summary>For methods that the engine never calls but through a getter, which it keeps an eye on itself.</summary>
internal readonly struct Unguarded : IHitGuard
{
    public static bool TryEnter() => true;

    public static void Leave()
    {
    }
}

/// <summary>For the framework's methods: what the tracer itself calls doesn't hit their probes.</summary>
internal readonly struct Guarded : IHitGuard
{
    public static bool TryEnter()
    {
        if (OwnWork.IsOwn)
            return false;
        OwnWork.IsOwn = true;
        return true;
    }

    public static void Leave() => OwnWork.IsOwn = false;
}
