using HogTrace.Bytecode;

namespace HogTrace.Runtime;

/// <summary><c>contains(x, y)</c>: a part of a String, an item of a sequence, a key of a mapping.</summary>
internal static class Containment
{
    public static FaultKind Call(in Value whole, in Value part, ref RunContext run, out Value result)
    {
        result = default;
        if (whole.StringOrNull is { } text)
        {
            return part.StringOrNull is { } piece
                ? InText(text, piece, ref run, out result)
                : run.Fail(FaultKind.TypeMismatch, $"a String contains Strings, not {TypeNames.Of(part)}");
        }

        if (!whole.IsObject)
            return run.Fail(FaultKind.TypeMismatch, $"{TypeNames.Of(whole)} contains nothing");
        object value = whole.Reference!;
        try
        {
            TypeShape shape = TypeShape.Of(value);
            return shape.Mapping is { } mapping ? InMapping(value, mapping, part, ref run, out result)
                : shape.Sequence is { } sequence ? InSequence(value, sequence, part, ref run, out result)
                : shape.Set is { } set ? InSet(value, set, part, ref run, out result)
                : run.Fail(FaultKind.TypeMismatch, $"{TypeNames.Of(value)} is no String, sequence, set or mapping");
        }
        catch (Exception exception)
        {
            result = default;
            return HostFault.Record(exception, "looking for an item", ref run);
        }
    }

    // The worst case of the search is the product of both lengths, with a vector's width to its credit.
    private static FaultKind InText(string text, string part, ref RunContext run, out Value result)
    {
        result = default;
        long cost = (long)(text.Length / Limits.StringUnitsPerFuel) * (1 + (part.Length / Limits.StringUnitsPerFuel));
        FaultKind fault = run.TryTouch((int)Math.Min(cost + (part.Length / Limits.StringUnitsPerFuel), int.MaxValue / 2));
        if (fault == FaultKind.None)
            result = Value.FromBool(text.Contains(part, StringComparison.Ordinal));
        return fault;
    }

    private static FaultKind InMapping(object value, MappingAccess mapping, in Value key, ref RunContext run, out Value result)
    {
        FaultKind fault = Items.TouchKey(key, ref run);
        result = fault == FaultKind.None ? Value.FromBool(mapping.Accepts(key) && mapping.TryGet(value, key, out _)) : default;
        return fault;
    }

    private static FaultKind InSet(object value, SetAccess set, in Value item, ref RunContext run, out Value result)
    {
        FaultKind fault = Items.TouchKey(item, ref run);
        result = fault == FaultKind.None ? Value.FromBool(set.Contains(value, item)) : default;
        return fault;
    }

    private static FaultKind InSequence(object value, SequenceAccess sequence, in Value item, ref RunContext run, out Value result)
    {
        result = default;
        FaultKind fault = sequence.RunsHostCode ? run.CheckClock() : FaultKind.None;
        int count = fault == FaultKind.None ? sequence.Count(value) : 0;
        for (int i = 0; i < count; i++)
        {
            fault = run.TryTouch(1);
            if (fault == FaultKind.None && sequence.RunsHostCode)
                fault = run.CheckClock();
            if (fault != FaultKind.None)
                return fault;
            if (Operators.AreEqual(sequence.Item(value, i), item))
            {
                result = Value.True;
                return FaultKind.None;
            }
        }

        result = fault == FaultKind.None ? Value.False : default;
        return fault;
    }
}
