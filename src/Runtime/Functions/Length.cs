namespace HogTrace.Runtime;

/// <summary><c>len(x)</c>: counts, and never enumerates.</summary>
internal static class Length
{
    public static FaultKind Call(in Value value, ref RunContext run, out Value result)
    {
        result = default;
        if (value.StringOrNull is { } text)
        {
            result = Value.FromInt(text.Length);
            return FaultKind.None;
        }

        if (value.IsObject && value.Reference is Array array)
        {
            result = Value.FromInt(array.LongLength);
            return FaultKind.None;
        }

        return value.IsObject
            ? OfObject(value.Reference!, ref run, out result)
            : run.Fail(FaultKind.TypeMismatch, $"{TypeNames.Of(value)} has no length");
    }

    private static FaultKind OfObject(object value, ref RunContext run, out Value result)
    {
        result = default;
        try
        {
            if (TypeShape.Of(value).Count is not { } count)
                return run.Fail(FaultKind.TypeMismatch, $"{TypeNames.Of(value)} has no length");
            FaultKind fault = count.RunsHostCode ? run.CheckClock() : FaultKind.None;
            if (fault == FaultKind.None)
                result = Value.FromInt(count.Of(value));
            return fault;
        }
        catch (Exception exception)
        {
            return HostFault.Record(exception, "counting a collection", ref run);
        }
    }
}
