using System.Globalization;

namespace HogTrace.Runtime;

/// <summary>The functions that make or look at Strings.</summary>
internal static class TextFunctions
{
    public static FaultKind Str(in Value value, ref RunContext run, out Value result)
    {
        result = default;
        if (value.IsString)
        {
            result = value;
            return run.TryTouchString(value.StringOrNull!.Length);
        }

        if (value.IsObject)
            return StrObject(value.Reference!, ref run, out result);
        Span<char> buffer = stackalloc char[FloatText.MaxLength];
        if (value.IsFloat)
            return Make(buffer[..FloatText.Format(value.UnsafeFloat, buffer)], ref run, out result);
        if (!value.IsInt)
        {
            result = Value.FromString(value.ToString());
            return FaultKind.None;
        }

        value.UnsafeInt.TryFormat(buffer, out int length, default, CultureInfo.InvariantCulture);
        return Make(buffer[..length], ref run, out result);
    }

    public static FaultKind TypeName(in Value value, ref RunContext run, out Value result)
    {
        string name = TypeNames.Of(value);
        result = Value.FromString(name);
        return run.TryTouchString(name.Length);
    }

    public static FaultKind ChangeCase(in Value value, bool upper, ref RunContext run, out Value result)
    {
        result = default;
        if (value.StringOrNull is not { } text)
            return run.Fail(FaultKind.TypeMismatch, $"can't change the case of {TypeNames.Of(value)}");
        FaultKind fault = run.TryTouchString(text.Length);
        if (fault == FaultKind.None)
            fault = run.TryAllocateString(text.Length);
        if (fault == FaultKind.None)
            result = Value.FromString(upper ? text.ToUpperInvariant() : text.ToLowerInvariant());
        return fault;
    }

    /// <summary><c>startswith</c> and <c>endswith</c>, by UTF-16 unit.</summary>
    public static FaultKind Affix(bool start, in Value value, in Value affix, ref RunContext run, out Value result)
    {
        result = default;
        if (value.StringOrNull is not { } text || affix.StringOrNull is not { } part)
        {
            return run.Fail(FaultKind.TypeMismatch,
                $"{(start ? "startswith" : "endswith")} takes two Strings, not {TypeNames.Of(value)} and {TypeNames.Of(affix)}");
        }

        result = Value.FromBool(start ? text.StartsWith(part, StringComparison.Ordinal) : text.EndsWith(part, StringComparison.Ordinal));
        return run.TryTouchString(part.Length);
    }

    private static FaultKind StrObject(object value, ref RunContext run, out Value result)
    {
        result = default;
        try
        {
            string? text = null;
            if (value is Exception thrown)
            {
                FaultKind clock = run.CheckClock();
                if (clock != FaultKind.None)
                    return clock;
                text = thrown.Message ?? "";
            }
            else if (!TrustedText.TryGet(value, out text))
            {
                text = (value as ITypeNamed)?.Text ?? TypeNames.Of(value);
            }

            FaultKind fault = run.TryTouchString(text.Length);
            if (fault == FaultKind.None)
                fault = run.TryAllocateString(text.Length);
            if (fault == FaultKind.None)
                result = Value.FromString(text);
            return fault;
        }
        catch (Exception exception)
        {
            return HostFault.Record(exception, "making a text", ref run);
        }
    }

    private static FaultKind Make(scoped ReadOnlySpan<char> text, ref RunContext run, out Value result)
    {
        FaultKind fault = run.TryAllocateString(text.Length);
        result = fault == FaultKind.None ? Value.FromString(new string(text)) : default;
        return fault;
    }
}
