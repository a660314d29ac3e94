using System.Reflection;
using System.Runtime.CompilerServices;

namespace HogTrace.Runtime;

/// <summary>
/// The static fields of the type that a probed method belongs to. Reading one must not run the type's initializer: where
/// it may not have run yet, fields that it sets are left out.
/// </summary>
internal static class StaticFields
{
    private const BindingFlags Declared = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    // Keyed weakly, as types of collectible assemblies go.
    private static readonly ConditionalWeakTable<Type, FieldInfo[]> s_fields = [];

    /// <summary>Names and values, in order of declaration.</summary>
    public static ValueMapping Read(Type type, MemberPolicy policy)
    {
        var mapping = new ValueMapping { IsFrame = true };
        foreach (var field in s_fields.GetValue(type, static type => Of(type)))
        {
            if (field.IsPublic || policy == MemberPolicy.NonPublic)
                mapping.Set(field.Name, Value.FromObject(field.IsLiteral ? field.GetRawConstantValue() : field.GetValue(null)));
        }

        return mapping;
    }

    private static FieldInfo[] Of(Type type) =>
        type.ContainsGenericParameters
            ? []
            : [.. type.GetFields(Declared).Where(field => !field.Name.Contains('<', StringComparison.Ordinal) && IsReadable(type, field))];

    // A method of the type runs, so a precise initializer has run, or is running; one that is due "before a field is
    // used" may still be to come.
    private static bool IsReadable(Type type, FieldInfo field) =>
        !field.FieldType.IsByRefLike && !field.FieldType.IsPointer && !field.FieldType.IsFunctionPointer
        && (field.IsLiteral || type.TypeInitializer is null || (type.Attributes & TypeAttributes.BeforeFieldInit) == 0);
}
