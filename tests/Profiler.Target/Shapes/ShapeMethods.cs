using System.Reflection;

namespace HogTrace.Tests.Profiler.Target.Shapes;

/// <summary>The methods of the shapes.</summary>
internal static class ShapeMethods
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Type[] s_types =
        [typeof(Statics), typeof(Throwing), typeof(Inlined), typeof(Point), typeof(Animal), typeof(Dog), typeof(Holder<>), typeof(Slot<>)];

    /// <summary>All but what the shapes are shown and driven by.</summary>
    public static MethodBase[] All { get; } =
    [
        .. s_types.SelectMany(type => type.GetMembers(Declared)).OfType<MethodBase>()
            .Where(method => method.Name is not (nameof(ToString) or nameof(Throwing.Caught) or "get_Calls" or nameof(Inlined.CallAdd) or ".cctor")),
    ];

    /// <summary>All but the one that threads call all the time.</summary>
    public static MethodBase[] AllButHot => [.. All.Where(method => method != Hot)];

    public static MethodBase Hot => Get(typeof(Inlined), nameof(Inlined.Hot));

    public static MethodBase Get(Type type, string name) =>
        All.Single(method => method.DeclaringType == type && method.Name == name);
}
