namespace HogTrace.Runtime;

/// <summary>Takes the value out of a nullable one without boxing it.</summary>
/// <typeparam name="T">The nullable type.</typeparam>
internal abstract class NullableValues<T>
{
    private static readonly NullableValues<T> s_instance = (NullableValues<T>)Activator.CreateInstance(
        typeof(NullableValuesOf<>).MakeGenericType(Nullable.GetUnderlyingType(typeof(T))!))!;

    /// <summary>None, or the value as that of a variable that is not nullable.</summary>
    public static Value From(T value) => s_instance.Unwrap(value);

    protected abstract Value Unwrap(T value);
}

/// <summary>The same, where the type below is known.</summary>
internal sealed class NullableValuesOf<T> : NullableValues<T?>
    where T : struct
{
    protected override Value Unwrap(T? value) => value is { } some ? Value.From(some) : Value.None;
}
