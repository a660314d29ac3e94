using System.Collections.Immutable;
using System.Reflection;
using HogTrace.Runtime;

namespace HogTrace.Agent.Binding;

/// <summary>What the types in a method's signature become for probes.</summary>
internal static class InputTypes
{
    /// <summary>The static type that probes are compiled against; object where nothing is known, or nothing can be read.</summary>
    public static Type VisibleOf(Type type, FrameInput input, ImmutableDictionary<FrameInput, string>.Builder unreadable)
    {
        if (type.IsByRef)
            type = type.GetElementType()!;
        if (ReasonAgainst(type) is { } reason)
            unreadable[input] = reason;
        return unreadable.ContainsKey(input) ? typeof(object) : PassedOf(type) ?? typeof(object);
    }

    /// <summary>The type that a value is passed on in; null when it depends on type arguments.</summary>
    public static Type? PassedOf(Type type)
    {
        if (type.IsByRef)
            type = type.GetElementType()!;
        if (type.IsPointer || type.IsFunctionPointer)
            return typeof(nint);
        return type.ContainsGenericParameters ? null : type;
    }

    private static string? ReasonAgainst(Type type) =>
        type.IsByRefLike ? $"a {TypeNames.Of(type)} lives on the stack only"
        : type == typeof(TypedReference) ? "a TypedReference can't be passed on"
        : type.IsGenericParameter && (type.GenericParameterAttributes & GenericParameterAttributes.AllowByRefLike) != 0
            ? $"a {type.Name} may live on the stack only"
        : null;
}
