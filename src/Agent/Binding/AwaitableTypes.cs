namespace HogTrace.Agent.Binding;

/// <summary>How a method says that it goes on after it has returned.</summary>
internal enum AwaitableShape
{
    /// <summary>It doesn't.</summary>
    None,

    Task,
    TaskOfResult,
    ValueTask,
    ValueTaskOfResult,
}

/// <summary>Knows the types that a method is asynchronous by.</summary>
internal static class AwaitableTypes
{
    public static AwaitableShape ShapeOf(Type type)
    {
        if (type == typeof(Task))
            return AwaitableShape.Task;
        if (type == typeof(ValueTask))
            return AwaitableShape.ValueTask;
        if (!type.IsGenericType)
            return AwaitableShape.None;
        var definition = type.GetGenericTypeDefinition();
        return definition == typeof(Task<>) ? AwaitableShape.TaskOfResult
            : definition == typeof(ValueTask<>) ? AwaitableShape.ValueTaskOfResult
            : AwaitableShape.None;
    }

    /// <summary>The type of the result that callers wait for; null when there is none.</summary>
    public static Type? ResultOf(Type type) => ShapeOf(type) switch
    {
        AwaitableShape.TaskOfResult or AwaitableShape.ValueTaskOfResult => type.GetGenericArguments()[0],
        _ => null,
    };
}
