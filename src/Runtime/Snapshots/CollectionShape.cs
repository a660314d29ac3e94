using System.Collections;
using System.Collections.Frozen;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace HogTrace.Runtime;

/// <summary>How objects of a type are copied.</summary>
internal enum CopyShape : byte
{
    /// <summary>Member by member.</summary>
    Object,

    /// <summary>Item by item.</summary>
    List,

    /// <summary>Pair by pair, through <see cref="IDictionary"/>.</summary>
    Mapping,

    /// <summary>Pair by pair, its items being <see cref="KeyValuePair{TKey,TValue}"/>s.</summary>
    Pairs,

    /// <summary>It stands for another collection, which is copied in its place.</summary>
    Wrapper,

    /// <summary>By the name of its type alone.</summary>
    Opaque,
}

/// <summary>
/// Sorts types by how they are copied. Only types whose enumeration is known to run no code of the host count as
/// collections: the framework's own, exactly, and what the compiler makes for a collection expression.
/// </summary>
internal sealed class CollectionShape
{
    private static readonly ConditionalWeakTable<Type, CollectionShape> s_shapes = [];

    private static readonly FrozenSet<string> s_namespaces = new[]
    {
        "System.Collections", "System.Collections.Generic", "System.Collections.Concurrent", "System.Collections.Frozen",
        "System.Collections.Immutable", "System.Collections.Specialized", "Microsoft.Extensions.Primitives",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly Type[] s_opaque =
        [typeof(MemberInfo), typeof(Assembly), typeof(Delegate), typeof(Task), typeof(Stream), typeof(Thread), typeof(Pointer)];

    // What the framework's and the compiler's wrappers call the collection that they stand for.
    private static readonly string[] s_wrapped = ["items", "list", "_items", "m_dictionary", "_dictionary"];

    private CollectionShape(CopyShape shape, Func<object, Value>? wrapped = null)
    {
        Shape = shape;
        Wrapped = wrapped;
    }

    public CopyShape Shape { get; }

    /// <summary>Reads what a wrapper stands for.</summary>
    public Func<object, Value>? Wrapped { get; }

    public static CollectionShape Of(Type type) => s_shapes.GetValue(type, Classify);

    private static CollectionShape Classify(Type type)
    {
        if (Array.Exists(s_opaque, opaque => opaque.IsAssignableFrom(type)))
            return new(CopyShape.Opaque);
        if (type.IsArray || IsFrameworkTuple(type))
            return new(CopyShape.List);
        bool isFramework = FrameworkTypes.Contains(type);
        bool isEnumerable = typeof(IEnumerable).IsAssignableFrom(type);
        string space = type.Namespace ?? "";
        if (isEnumerable && (isFramework ? space == "System.Collections.ObjectModel" : IsCollectionExpression(type))
            && WrappedField(type) is { } field)
            return new(CopyShape.Wrapper, GetterCompiler.Compile(field));
        if (!isFramework || !isEnumerable)
            return new(CopyShape.Object);
        if (space.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal))
            return new(HoldsPairs(type) ? CopyShape.Pairs : CopyShape.Object);
        if (!s_namespaces.Contains(space))
            return new(CopyShape.Object);
        return new(typeof(IDictionary).IsAssignableFrom(type) ? CopyShape.Mapping
            : HoldsPairs(type) ? CopyShape.Pairs : CopyShape.List);
    }

    private static bool IsFrameworkTuple(Type type) =>
        typeof(ITuple).IsAssignableFrom(type) && type.Assembly == typeof(object).Assembly;

    private static bool IsCollectionExpression(Type type) => type.Name.StartsWith("<>z__ReadOnly", StringComparison.Ordinal);

    private static bool HoldsPairs(Type type) => Array.Exists(
        type.GetInterfaces(),
        face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IEnumerable<>)
            && face.GenericTypeArguments[0] is { IsGenericType: true } item
            && item.GetGenericTypeDefinition() == typeof(KeyValuePair<,>));

    private static FieldInfo? WrappedField(Type type)
    {
        for (Type? level = type; level is not null; level = level.BaseType)
        {
            foreach (string name in s_wrapped)
            {
                if (level.GetField(name, BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly) is { } field)
                    return field;
            }
        }

        return null;
    }
}
