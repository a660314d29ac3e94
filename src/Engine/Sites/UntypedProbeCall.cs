using System.Runtime.CompilerServices;
using HogTrace.Runtime;

namespace HogTrace;

/// <summary>
/// A call that an untyped site has seen enter, to be told of its end once; further times do nothing. The default value,
/// which a site without exit probes gives, does nothing. May be kept across <c>await</c>.
/// </summary>
public readonly struct UntypedProbeCall
{
    private readonly UntypedCall? _call;
    private readonly int _turn;

    internal UntypedProbeCall(UntypedCall call)
    {
        _call = call;
        _turn = call.Turn;
    }

    /// <summary>The call returned nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Exit() => _call?.End(_turn, Value.None, null);

    /// <summary>The call returned a value. Gives it back, so that it can stand in a return statement.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Value Exit(Value result)
    {
        _call?.End(_turn, result, null);
        return result;
    }

    /// <summary>The call threw. False, always, so that it can stand in an exception filter: <c>catch (Exception e) when (call.Fail(e))</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Fail(Exception exception)
    {
        _call?.End(_turn, Value.None, exception);
        return false;
    }
}
