using System.Diagnostics;
using HogTrace.Bytecode;

namespace HogTrace.Runtime;

/// <summary>
/// All functions but <c>capture</c> and <c>send</c>. Arity is the verifier's business.
/// </summary>
/// <remarks>
/// Fuel beyond the instruction's own: one per 64 UTF-16 units of each String that is made or looked at, one per item
/// that <c>contains</c>, <c>min</c> and <c>max</c> look at. <c>len</c> looks at nothing.
/// </remarks>
internal static class Builtins
{
    /// <summary>Calls a function. The result may be written over an argument.</summary>
    public static FaultKind Call(Function function, scoped ReadOnlySpan<Value> arguments, ref RunContext run, out Value result)
    {
        FaultKind fault = Dispatch(function, arguments, ref run, out Value made);
        result = made;
        return fault;
    }

    private static FaultKind Dispatch(Function function, scoped ReadOnlySpan<Value> arguments, ref RunContext run, out Value result)
    {
        switch (function)
        {
            case Function.Timestamp:
                result = Value.FromFloat((DateTime.UtcNow - DateTime.UnixEpoch).TotalSeconds);
                return FaultKind.None;
            case Function.Rand:
                result = Value.FromFloat(Random.Shared.NextDouble());
                return FaultKind.None;
            case Function.ThreadId:
                result = Value.FromInt(Environment.CurrentManagedThreadId);
                return FaultKind.None;
            case Function.TraceId or Function.SpanId:
                return CallActivity(function, ref run, out result);
            case Function.Len:
                return Length.Call(arguments[0], ref run, out result);
            case Function.Str or Function.TypeName or Function.Lower or Function.Upper:
                return CallText(function, arguments[0], ref run, out result);
            case Function.StartsWith or Function.EndsWith:
                return TextFunctions.Affix(function == Function.StartsWith, arguments[0], arguments[1], ref run, out result);
            case Function.Contains:
                return Containment.Call(arguments[0], arguments[1], ref run, out result);
            case Function.Min or Function.Max:
                return Extremes.Call(function == Function.Max, arguments, ref run, out result);
            default:
                return CallNumber(function, arguments, ref run, out result);
        }
    }

    private static FaultKind CallText(Function function, in Value argument, ref RunContext run, out Value result) => function switch
    {
        Function.Str => TextFunctions.Str(argument, ref run, out result),
        Function.TypeName => TextFunctions.TypeName(argument, ref run, out result),
        Function.Lower => TextFunctions.ChangeCase(argument, upper: false, ref run, out result),
        _ => TextFunctions.ChangeCase(argument, upper: true, ref run, out result),
    };

    private static FaultKind CallNumber(Function function, scoped ReadOnlySpan<Value> arguments, ref RunContext run, out Value result) =>
        function switch
        {
            Function.Int => NumberFunctions.Int(arguments[0], ref run, out result),
            Function.Float => NumberFunctions.Float(arguments[0], ref run, out result),
            Function.Abs => NumberFunctions.Abs(arguments[0], ref run, out result),
            Function.Round => Rounding.Call(arguments[0], arguments.Length > 1 ? arguments[1] : Value.None, ref run, out result),
            _ => throw new UnreachableException($"{function} is not a function of values"),
        };

    private static FaultKind CallActivity(Function function, ref RunContext run, out Value result)
    {
        result = default;
        if (Activity.Current is not { IdFormat: ActivityIdFormat.W3C } activity)
            return FaultKind.None;
        string id = function == Function.TraceId ? activity.TraceId.ToHexString() : activity.SpanId.ToHexString();
        FaultKind fault = run.TryAllocateString(id.Length);
        if (fault == FaultKind.None)
            result = Value.FromString(id);
        return fault;
    }
}
