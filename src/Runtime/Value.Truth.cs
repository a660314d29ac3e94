using System.Runtime.CompilerServices;

namespace HogTrace.Runtime;

public readonly partial struct Value
{
    /// <summary>
    /// Truth: False, None, zero, NaN, "" and empty collections are false, all else is true. Nothing is enumerated; a
    /// collection whose count throws is true.
    /// </summary>
    public bool IsTrue
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => IsBool || IsInt ? _bits != 0 : IsTrueSlow;
    }

    private bool IsTrueSlow
    {
        [MethodImpl(MethodImplOptions.NoInlining)]
        get => Kind switch
        {
            ValueKind.None => false,
            ValueKind.Float => UnsafeFloat is not (0 or double.NaN),
            ValueKind.String => ((string)_reference!).Length != 0,
            _ => IsTrueObject(_reference!),
        };
    }

    private static bool IsTrueObject(object value)
    {
        if (value is decimal number)
            return number != 0;
        try
        {
            return TypeShape.Of(value).Count is not { } count || count.Of(value) != 0;
        }
        catch (Exception)
        {
            // Truth has no fault to give, and the count belongs to the host.
            return true;
        }
    }
}
