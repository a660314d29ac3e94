namespace HogTrace.Runtime;

/// <summary>How a type is named in messages and snapshots.</summary>
internal static class TypeNames
{
    private const int MaxNesting = 4;

    /// <summary>The name without its namespace, with type arguments: <c>List&lt;String&gt;</c>.</summary>
    public static string Short(Type type) => Short(type, 0);

    private static string Short(Type type, int nesting)
    {
        int arity = type.Name.IndexOf('`', StringComparison.Ordinal);
        if (!type.IsGenericType || arity < 0)
            return type.Name;
        string name = type.Name[..arity];
        return nesting == MaxNesting
            ? name
            : $"{name}<{string.Join(", ", type.GetGenericArguments().Select(argument => Short(argument, nesting + 1)))}>";
    }
}
