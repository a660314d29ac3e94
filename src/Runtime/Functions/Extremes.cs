using HogTrace.Bytecode;

namespace HogTrace.Runtime;

/// <summary><c>min</c> and <c>max</c> of two or more arguments, or of the items of one sequence. The first of equals wins.</summary>
internal static class Extremes
{
    public static FaultKind Call(bool max, scoped ReadOnlySpan<Value> arguments, ref RunContext run, out Value result)
    {
        result = default;
        if (arguments.Length == 1)
            return OfSequence(max, arguments[0], ref run, out result);
        Value best = default;
        for (int i = 0; i < arguments.Length; i++)
        {
            FaultKind fault = Take(max, i == 0, arguments[i], ref best, ref run);
            if (fault != FaultKind.None)
                return fault;
        }

        result = best;
        return FaultKind.None;
    }

    private static FaultKind OfSequence(bool max, in Value argument, ref RunContext run, out Value result)
    {
        result = default;
        string name = max ? "max" : "min";
        if (!argument.IsObject)
            return FailKind(name, argument, ref run);
        try
        {
            object value = argument.Reference!;
            if (TypeShape.Of(value).Sequence is not { } sequence)
                return FailKind(name, argument, ref run);
            FaultKind fault = sequence.RunsHostCode ? run.CheckClock() : FaultKind.None;
            return fault == FaultKind.None ? OfItems(max, name, value, sequence, ref run, out result) : fault;
        }
        catch (Exception exception)
        {
            result = default;
            return HostFault.Record(exception, "reading an item", ref run);
        }
    }

    private static FaultKind OfItems(
        bool max, string name, object value, SequenceAccess sequence, ref RunContext run, out Value result)
    {
        result = default;
        int count = sequence.Count(value);
        if (count == 0)
            return run.Fail(FaultKind.InvalidValue, $"{name} of no items");
        if (count > Limits.ExtremeItems)
            return run.Fail(FaultKind.LimitExceeded, $"{name} of {count} items is over the limit of {Limits.ExtremeItems}");
        Value best = default;
        for (int i = 0; i < count; i++)
        {
            FaultKind fault = run.TryTouch(1);
            if (fault == FaultKind.None && sequence.RunsHostCode)
                fault = run.CheckClock();
            if (fault == FaultKind.None)
                fault = Take(max, i == 0, sequence.Item(value, i), ref best, ref run);
            if (fault != FaultKind.None)
                return fault;
        }

        result = best;
        return FaultKind.None;
    }

    private static FaultKind FailKind(string name, in Value argument, ref RunContext run) =>
        run.Fail(FaultKind.TypeMismatch, $"{name} takes several values or one sequence, not one {TypeNames.Of(argument)}");

    // The first is compared with itself, so that a kind without an order faults wherever it stands.
    private static FaultKind Take(bool max, bool first, in Value value, ref Value best, ref RunContext run)
    {
        if (first)
            best = value;
        FaultKind fault = value.StringOrNull is { } text ? run.TryTouchString(text.Length) : FaultKind.None;
        bool better = false;
        if (fault == FaultKind.None)
            fault = max ? Operators.Gt(value, best, ref run, out better) : Operators.Lt(value, best, ref run, out better);
        if (fault == FaultKind.None && better)
            best = value;
        return fault;
    }
}
