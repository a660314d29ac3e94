using System.Runtime.CompilerServices;
using HogTrace.Runtime;

namespace HogTrace.Interpreter;

/// <summary>An inline cache of one attribute step: an immutable list of at most <see cref="Capacity"/> types.</summary>
internal sealed class AttributeCache
{
    /// <summary>Types a site remembers before it is left to the resolver's own cache.</summary>
    public const int Capacity = 4;

    private AttributeCache(MemberLookup lookup, Func<object, Value> getter, AttributeCache? next)
    {
        Type = lookup.Type;
        Getter = getter;
        Next = next;
        Count = 1 + (next?.Count ?? 0);
    }

    public Type Type { get; }

    /// <summary>Reads the member; runs no host code and doesn't throw.</summary>
    public Func<object, Value> Getter { get; }

    public AttributeCache? Next { get; }

    public int Count { get; }

    public static bool Contains(AttributeCache? list, Type type)
    {
        for (; list is not null; list = list.Next)
        {
            if (list.Type == type)
                return true;
        }

        return false;
    }

    /// <summary>The getter for objects of a target's type, if it is in the list.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Func<object, Value>? Find(AttributeCache? list, object target)
    {
        var type = target.GetType();
        while (list is not null && list.Type != type)
            list = list.Next;
        return list?.Getter;
    }

    /// <summary>The list with a type more; itself when it is full, or when reading the member can run host code.</summary>
    public static AttributeCache? Extend(AttributeCache? list, MemberLookup lookup) =>
        lookup.Getter is not { } getter || lookup.CallsHost || list?.Count >= Capacity
            ? list
            : new AttributeCache(lookup, getter, list);
}
