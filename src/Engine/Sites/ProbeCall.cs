using System.Runtime.CompilerServices;

namespace HogTrace;

/// <summary>
/// A call that a site has seen enter, to be told of its end once. The default value, which a site without exit probes
/// gives, does nothing. May be kept across <c>await</c>.
/// </summary>
/// <typeparam name="TArguments">The arguments of the call.</typeparam>
public readonly struct ProbeCall<TArguments>
    where TArguments : struct, ISiteArguments
{
    private readonly SiteProbes? _probes;
    private readonly TArguments _arguments;
    private readonly long _started;

    // Inlined where calls are never probed, too: a struct whose constructor is called has to be in memory, and cleared.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ProbeCall(SiteProbes probes, TArguments arguments, long started)
    {
        _probes = probes;
        _arguments = arguments;
        _started = started;
    }

    /// <summary>The call returned nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Exit()
    {
        if (_probes is not null)
            Calls.Exit<TArguments, object?>(_probes, _arguments, _started, null, null);
    }

    /// <summary>The call returned a value. Gives it back, so that it can stand in a return statement.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TResult Exit<TResult>(TResult result)
    {
        if (_probes is not null)
            Calls.Exit(_probes, _arguments, _started, result, null);
        return result;
    }

    /// <summary>The call threw. False, always, so that it can stand in an exception filter: <c>catch (Exception e) when (call.Fail(e))</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Fail(Exception exception)
    {
        if (_probes is not null)
            Calls.Exit<TArguments, object?>(_probes, _arguments, _started, null, exception);
        return false;
    }
}
