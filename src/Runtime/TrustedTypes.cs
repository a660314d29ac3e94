using System.Numerics;

namespace HogTrace.Runtime;

/// <summary>
/// Framework types whose members, <c>Equals</c>, <c>CompareTo</c> and formatting are known not to run code of the host.
/// Types are compared exactly: a subclass is not trusted.
/// </summary>
internal static class TrustedTypes
{
    private static readonly HashSet<Type> s_ordered =
    [
        typeof(DateTime), typeof(DateTimeOffset), typeof(TimeSpan), typeof(DateOnly), typeof(TimeOnly), typeof(Guid), typeof(Version),
    ];

    private static readonly HashSet<Type> s_scalars =
    [
        .. s_ordered, typeof(Uri), typeof(decimal), typeof(ulong), typeof(nuint), typeof(Int128), typeof(UInt128), typeof(BigInteger),
    ];

    /// <summary>Whether the type is one of the framework's scalars or an enum; these have a text, too.</summary>
    public static bool IsScalar(Type type) => type.IsEnum || s_scalars.Contains(type);

    /// <summary>Whether <c>Equals</c> and <c>GetHashCode</c> of the object may run.</summary>
    public static bool HasTrustedEquals(object value) => value is Enum || s_scalars.Contains(value.GetType());

    /// <summary>Whether two objects of this type have an order in the language.</summary>
    public static bool IsOrdered(Type type) => s_ordered.Contains(type);
}
