using System.Reflection;
using System.Runtime.CompilerServices;

namespace HogTrace.Runtime;

/// <summary>Lists the members of a type: instance fields and properties without parameters, its own and inherited.</summary>
internal static class MemberCatalog
{
    private const BindingFlags Declared =
        BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    // Suffix and prefix that compilers put around the name of the field behind a property: auto-properties and
    // records of C#, its anonymous types, F#'s records, VB's auto-properties.
    private static readonly (string Prefix, string Suffix)[] s_backingFields =
        [("<", ">k__BackingField"), ("<", ">i__Field"), ("", "@"), ("_", "")];

    /// <summary>
    /// One member a name, properties before fields, the most derived type's first. A member hides those of the same
    /// name in base types, except that one which is not public hides none that is.
    /// </summary>
    public static List<MemberCandidate> Of(Type type)
    {
        var members = new List<MemberCandidate>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (Type? level = type; level is not null; level = level.BaseType)
        {
            foreach (PropertyInfo property in level.GetProperties(Declared))
                Add(FromProperty(property));
            foreach (FieldInfo field in level.GetFields(Declared))
                Add(FromField(field));
        }

        return members;

        void Add(MemberCandidate? member)
        {
            if (member is null)
                return;
            if (places.TryAdd(member.Name, members.Count))
                members.Add(member);
            else if (member.IsPublic && !members[places[member.Name]].IsPublic)
                members[places[member.Name]] = member;
        }
    }

    private static MemberCandidate? FromField(FieldInfo field)
    {
        // Compiler-made fields have names that no source can spell; those behind properties are read as the property.
        if (field.Name.AsSpan().ContainsAny('<', '@', '.'))
            return null;
        if (UnsupportedReason(field.FieldType) is { } reason)
            return new(field.Name, field, field.IsPublic, null, false, reason);
        return field.IsPublic
            ? new(field.Name, field, true, MemberPolicy.Safe, false, "a public field")
            : new(field.Name, field, false, MemberPolicy.NonPublic, false, "a non-public field");
    }

    private static MemberCandidate? FromProperty(PropertyInfo property)
    {
        // An override may define the setter alone: the getter is then a base type's. A dot: explicit implementation.
        if (property.GetMethod is not { } getter || property.Name.Contains('.', StringComparison.Ordinal)
            || property.GetIndexParameters().Length != 0)
            return null;
        bool isPublic = getter.IsPublic;
        if (UnsupportedReason(property.PropertyType) is { } reason)
            return new(property.Name, property, isPublic, null, false, reason);
        if (BackingField(property, getter) is { } field)
        {
            return isPublic
                ? new(property.Name, field, true, MemberPolicy.Safe, false, "an auto-property")
                : new(property.Name, field, false, MemberPolicy.NonPublic, false, "a non-public auto-property");
        }

        if (isPublic && TrustedProperties.IsTrusted(property, out bool callsHost))
            return new(property.Name, property, true, MemberPolicy.Safe, callsHost, "a property of a framework type");
        return isPublic
            ? new(property.Name, property, true, MemberPolicy.PublicGetters, true, "a property whose getter is code")
            : new(property.Name, property, false, null, true, "a non-public property whose getter is code");
    }

    private static FieldInfo? BackingField(PropertyInfo property, MethodInfo getter)
    {
        foreach ((string prefix, string suffix) in s_backingFields)
        {
            string name = prefix + property.Name + suffix;
            if (property.DeclaringType!.GetField(name, Declared) is not { } field
                || field.FieldType != property.PropertyType)
                continue;

            // With C#'s `field` keyword the field is there, but the getter is the author's code.
            if (IsCompilerGenerated(getter) || (IsUnspeakable(suffix) && suffix != s_backingFields[0].Suffix)
                || (prefix == "_" && IsCompilerGenerated(field)))
                return field;
        }

        return null;
    }

    private static bool IsUnspeakable(string suffix) => suffix.Length > 0;

    private static bool IsCompilerGenerated(MemberInfo member) => member.IsDefined(typeof(CompilerGeneratedAttribute), false);

    private static string? UnsupportedReason(Type type) =>
        type.IsByRef ? "a reference to a variable"
        : type.IsPointer || type.IsFunctionPointer ? "a pointer"
        : type.IsByRefLike ? $"a {type.Name}, which lives on the stack only"
        : null;
}
