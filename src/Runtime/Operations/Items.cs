namespace HogTrace.Runtime;

/// <summary>
/// <c>x[i]</c> and <c>x[a:b:c]</c>. Beside the instruction's own fuel, an item that is a String and a String key cost one
/// per 64 UTF-16 units, and so does a slice of a String. The clock is looked at before code of the host runs.
/// </summary>
internal static partial class Items
{
    /// <summary>Reads one item. The result may be written over an operand.</summary>
    public static FaultKind Get(in Value target, in Value index, ref RunContext run, out Value result)
    {
        FaultKind fault = GetItem(target, index, ref run, out Value item);
        result = item;
        return fault;
    }

    private static FaultKind GetItem(in Value target, in Value index, ref RunContext run, out Value result)
    {
        if (target.StringOrNull is { } text)
            return GetUnit(text, index, ref run, out result);
        result = default;
        if (!target.IsObject)
            return run.Fail(FaultKind.TypeMismatch, $"can't index {TypeNames.Of(target)}");
        object value = target.Reference!;
        try
        {
            TypeShape shape = TypeShape.Of(value);
            FaultKind fault =
                shape.Mapping is { } mapping ? GetByKey(value, mapping, index, ref run, out result)
                : shape.Sequence is { } sequence ? GetByPosition(value, sequence, index, ref run, out result)
                : run.Fail(FaultKind.TypeMismatch, $"can't index {TypeNames.Of(value)}");
            return fault == FaultKind.None && result.StringOrNull is { } item ? run.TryTouchString(item.Length) : fault;
        }
        catch (Exception exception)
        {
            result = default;
            return HostFault.Record(exception, "reading an item", ref run);
        }
    }

    private static FaultKind GetByKey(object value, MappingAccess mapping, in Value key, ref RunContext run, out Value result)
    {
        result = default;
        if (!mapping.Accepts(key))
            return run.Fail(FaultKind.TypeMismatch, $"{TypeNames.Of(value)} has no keys of type {TypeNames.Of(key)}");
        FaultKind fault = TouchKey(key, ref run);
        if (fault != FaultKind.None)
            return fault;
        return mapping.TryGet(value, key, out result) ? FaultKind.None : run.Fail(FaultKind.MissingKey, $"no key {KeyText.Of(key)}");
    }

    internal static FaultKind TouchKey(in Value key, ref RunContext run)
    {
        FaultKind fault = run.CheckClock();
        return fault == FaultKind.None && key.StringOrNull is { } text ? run.TryTouchString(text.Length) : fault;
    }

    private static FaultKind GetByPosition(object value, SequenceAccess sequence, in Value index, ref RunContext run, out Value result)
    {
        result = default;
        FaultKind fault = sequence.RunsHostCode ? run.CheckClock() : FaultKind.None;
        if (fault != FaultKind.None)
            return fault;
        fault = Position(index, sequence.Count(value), ref run, out int position);
        if (fault == FaultKind.None)
            result = sequence.Item(value, position);
        return fault;
    }

    private static FaultKind GetUnit(string text, in Value index, ref RunContext run, out Value result)
    {
        result = default;
        FaultKind fault = Position(index, text.Length, ref run, out int position);
        if (fault == FaultKind.None)
            fault = run.TryAllocateString(1);
        if (fault == FaultKind.None)
            result = Value.FromString(CharacterStrings.Of(text[position]));
        return fault;
    }

    private static FaultKind Position(in Value index, int count, ref RunContext run, out int position)
    {
        position = 0;
        if (!index.IsInt)
            return run.Fail(FaultKind.TypeMismatch, $"a position is an Int, not {TypeNames.Of(index)}");
        long wanted = index.UnsafeInt;
        long at = wanted < 0 ? wanted + count : wanted;
        if (at < 0 || at >= count)
            return run.Fail(FaultKind.IndexOutOfRange, $"index {wanted} is outside a sequence of {count}");
        position = (int)at;
        return FaultKind.None;
    }
}
