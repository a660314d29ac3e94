namespace HogTrace.Runtime;

internal static partial class Items
{
    /// <summary>Takes a slice; the result is a String or a read-only view, and may be written over an operand.</summary>
    /// <param name="target">A String or a sequence.</param>
    /// <param name="start">Given if bit 0 of <paramref name="parts"/> is set; None is as left out.</param>
    /// <param name="stop">Given if bit 1 is set.</param>
    /// <param name="step">Given if bit 2 is set.</param>
    /// <param name="parts">Which parts are given.</param>
    /// <param name="run">Charged for a string's or the view's bytes.</param>
    /// <param name="result">The slice.</param>
    public static FaultKind Slice(
        in Value target, in Value start, in Value stop, in Value step, int parts, ref RunContext run, out Value result)
    {
        FaultKind fault = TakeSlice(target, start, stop, step, parts, ref run, out Value slice);
        result = slice;
        return fault;
    }

    private static FaultKind TakeSlice(
        in Value target, in Value start, in Value stop, in Value step, int parts, ref RunContext run, out Value result)
    {
        result = default;
        long? from = null, to = null, stride = null;
        FaultKind fault = (parts & 1) != 0 ? Part(start, ref run, out from) : FaultKind.None;
        if (fault == FaultKind.None && (parts & 2) != 0)
            fault = Part(stop, ref run, out to);
        if (fault == FaultKind.None && (parts & 4) != 0)
            fault = Part(step, ref run, out stride);
        if (fault == FaultKind.None && stride == 0)
            fault = run.Fail(FaultKind.InvalidValue, "a slice's step is not 0");
        if (fault != FaultKind.None)
            return fault;
        return target.StringOrNull is { } text
            ? SliceText(text, SliceRange.Of(text.Length, from, to, stride), ref run, out result)
            : SliceSequence(target, from, to, stride, ref run, out result);
    }

    private static FaultKind Part(in Value part, ref RunContext run, out long? position)
    {
        position = part.IsInt ? part.UnsafeInt : null;
        return part.IsInt || part.IsNone
            ? FaultKind.None
            : run.Fail(FaultKind.TypeMismatch, $"a part of a slice is an Int or None, not {TypeNames.Of(part)}");
    }

    private static FaultKind SliceText(string text, SliceRange range, ref RunContext run, out Value result)
    {
        result = default;
        FaultKind fault = run.TryTouchString(range.Count);
        if (fault == FaultKind.None)
            fault = run.TryAllocateString(range.Count);
        if (fault != FaultKind.None)
            return fault;
        result = Value.FromString(range.Step == 1
            ? text.Substring((int)range.Start, range.Count)
            : string.Create(range.Count, (text, range), static (units, source) =>
            {
                for (int i = 0; i < units.Length; i++)
                    units[i] = source.text[(int)(source.range.Start + (i * source.range.Step))];
            }));
        return FaultKind.None;
    }

    private static FaultKind SliceSequence(in Value target, long? from, long? to, long? stride, ref RunContext run, out Value result)
    {
        result = default;
        if (!target.IsObject)
            return run.Fail(FaultKind.TypeMismatch, $"can't slice {TypeNames.Of(target)}");
        object value = target.Reference!;
        try
        {
            if (TypeShape.Of(value).Sequence is not { } sequence)
                return run.Fail(FaultKind.TypeMismatch, $"can't slice {TypeNames.Of(value)}");
            FaultKind fault = run.TryAllocate(SliceView.Bytes);
            if (fault == FaultKind.None && sequence.RunsHostCode)
                fault = run.CheckClock();
            if (fault == FaultKind.None)
                result = Value.FromReference(SliceView.Of(value, sequence, SliceRange.Of(sequence.Count(value), from, to, stride)));
            return fault;
        }
        catch (Exception exception)
        {
            result = default;
            return HostFault.Record(exception, "taking a slice", ref run);
        }
    }
}
