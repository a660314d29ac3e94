namespace HogTrace.Runtime;

public readonly partial struct Value : IEquatable<Value>
{
    /// <summary>
    /// Equal by the language's <c>==</c>, but that NaN equals itself. Because an enum equals both its name and its
    /// number, this is no equivalence across kinds; hash codes agree for all but an enum and its name.
    /// </summary>
    public bool Equals(Value other) =>
        Operators.AreEqual(this, other) || (IsFloat && other.IsFloat && double.IsNaN(UnsafeFloat) && double.IsNaN(other.UnsafeFloat));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Value other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Kind switch
    {
        ValueKind.None => 0,
        ValueKind.Bool => UnsafeBool ? 1 : 2,
        ValueKind.Int => UnsafeInt.GetHashCode(),
        ValueKind.Float => NumberHash(UnsafeFloat),
        ValueKind.String => _reference!.GetHashCode(),
        _ => ObjectHash(_reference!),
    };

    /// <summary>Equal by the language's <c>==</c>, but that NaN equals itself.</summary>
    public static bool operator ==(Value left, Value right) => left.Equals(right);

    /// <summary>The opposite of <c>==</c>.</summary>
    public static bool operator !=(Value left, Value right) => !left.Equals(right);

    // Numbers that are equal across kinds have the same integer part, and conversion saturates the same way.
    private static int NumberHash(double value) => ((long)value).GetHashCode();

    private static int ObjectHash(object value) => value switch
    {
        decimal number => number is >= long.MinValue and <= long.MaxValue ? ((long)number).GetHashCode() : NumberHash((double)number),
        Enum constant when EnumValues.TryGetInt(constant, out long number) => number.GetHashCode(),
        _ when TrustedTypes.HasTrustedEquals(value) => value.GetHashCode(),
        _ => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(value),
    };
}
