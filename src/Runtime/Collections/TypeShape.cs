using System.Runtime.CompilerServices;

namespace HogTrace.Runtime;

/// <summary>
/// How objects of one host type are counted, indexed and looked up in. Found by reflection once a type; the accesses
/// are instantiated over the interface's arguments and use none afterwards.
/// </summary>
internal sealed class TypeShape
{
    // The table holds types weakly, so that collectible assemblies can still be unloaded.
    private static readonly ConditionalWeakTable<Type, TypeShape> s_shapes = [];

    private TypeShape(Type type)
    {
        Mapping = MappingAccess.For(type);
        Sequence = SequenceAccess.For(type);
        Set = SetAccess.For(type);
        Count = CountAccess.For(type);
    }

    /// <summary>Lookup by key, or null.</summary>
    public MappingAccess? Mapping { get; }

    /// <summary>Items by position, or null.</summary>
    public SequenceAccess? Sequence { get; }

    /// <summary>Membership of a set, or null.</summary>
    public SetAccess? Set { get; }

    /// <summary>The number of items, or null where only enumeration would tell.</summary>
    public CountAccess? Count { get; }

    public static TypeShape Of(object value) => s_shapes.GetValue(value.GetType(), static type => new TypeShape(type));

    /// <summary>The arguments of the one instantiation of a generic interface that the type has; null for none or several.</summary>
    public static Type[]? ArgumentsOf(Type type, Type definition)
    {
        Type[]? found = null;
        foreach (Type candidate in type.GetInterfaces())
        {
            if (!candidate.IsGenericType || candidate.GetGenericTypeDefinition() != definition)
                continue;
            if (found is not null)
                return null;
            found = candidate.GetGenericArguments();
        }

        return found;
    }

    /// <summary>Makes an access of a generic class over those arguments.</summary>
    public static TAccess Make<TAccess>(Type definition, params Type[] arguments)
        where TAccess : class =>
        (TAccess)Activator.CreateInstance(definition.MakeGenericType(arguments))!;

    public static bool Is<TInterface>(Type type) => typeof(TInterface).IsAssignableFrom(type);
}
