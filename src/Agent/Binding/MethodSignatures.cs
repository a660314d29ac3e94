using System.Reflection;
using System.Runtime.CompilerServices;
using HogTrace.Runtime;

namespace HogTrace.Agent.Binding;

/// <summary>Describes methods to people.</summary>
internal static class MethodSignatures
{
    /// <summary>Null when types that it needs don't load.</summary>
    public static string? TryDescribe(MethodBase method)
    {
        try
        {
            return Describe(method);
        }
#pragma warning disable CA1031 // What doesn't load has no description; the method's name does.
        catch (Exception)
#pragma warning restore CA1031
        {
            return null;
        }
    }

    /// <summary>Such as <c>Task&lt;Order&gt; Shop.Orders.Create(string customer, int amount)</c>.</summary>
    public static string Describe(MethodBase method)
    {
        string parameters = string.Join(", ", method.GetParameters().Select(Describe));
        string generic = method is { IsGenericMethod: true } ? $"<{string.Join(", ", method.GetGenericArguments().Select(NameOf))}>" : "";
        string name = $"{NameOf(method.DeclaringType)}.{method.Name.TrimStart('.')}{generic}({parameters})";
        return method is MethodInfo { ReturnType: var result } ? $"{NameOf(result)} {name}" : name;
    }

    /// <summary>What sets a method apart.</summary>
    public static IReadOnlyList<string> MarksOf(MethodBase method)
    {
        List<string> marks = [];
        if (method.IsStatic)
            marks.Add("static");
        if (method.IsConstructor)
            marks.Add("constructor");
        if (method is MethodInfo { ReturnType: var result } && AwaitableTypes.ShapeOf(result) != AwaitableShape.None)
            marks.Add("async");
        if (method.IsDefined(typeof(IteratorStateMachineAttribute), false) || method.IsDefined(typeof(AsyncIteratorStateMachineAttribute), false))
            marks.Add("iterator");
        if (method.IsGenericMethod || method.DeclaringType is { IsGenericType: true })
            marks.Add("generic");
        if ((method.MethodImplementationFlags & MethodImplAttributes.AggressiveInlining) != 0)
            marks.Add("inlined");
        return marks;
    }

    private static string Describe(ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        string kind = !type.IsByRef ? "" : parameter.IsOut ? "out " : parameter.IsIn ? "in " : "ref ";
        return $"{kind}{NameOf(type.IsByRef ? type.GetElementType() : type)} {parameter.Name}".TrimEnd();
    }

    private static string NameOf(Type? type) => type switch
    {
        null => "",
        _ when type == typeof(void) => "void",
        _ when type == typeof(int) => "int",
        _ when type == typeof(long) => "long",
        _ when type == typeof(bool) => "bool",
        _ when type == typeof(double) => "double",
        _ when type == typeof(string) => "string",
        _ when type == typeof(object) => "object",
        _ => ShortName(TypeNames.Of(type)),
    };

    // List<Shop.Order> rather than System.Collections.Generic.List<Shop.Orders.Order>: what is before the last dot of each name goes.
    private static string ShortName(string name)
    {
        var text = new System.Text.StringBuilder(name.Length);
        int start = 0;
        for (int i = 0; i <= name.Length; i++)
        {
            if (i < name.Length && (char.IsLetterOrDigit(name[i]) || name[i] is '_' or '.'))
                continue;
            string part = name[start..i];
            text.Append(part[(part.LastIndexOf('.') + 1)..]);
            if (i < name.Length)
                text.Append(name[i]);
            start = i + 1;
        }

        return text.ToString();
    }
}
