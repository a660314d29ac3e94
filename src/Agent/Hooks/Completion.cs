using HogTrace.Agent.Binding;

namespace HogTrace.Agent.Hooks;

/// <summary>Watches what an asynchronous method returns; one for each type of it and of the inputs.</summary>
internal abstract class Completion<TTask, TInputs>
    where TInputs : struct
{
    public static readonly Completion<TTask, TInputs> Instance = Create();

    /// <summary>Has the hook told of the end, now or later.</summary>
    /// <returns>What the caller gets: the same task; of a ValueTask, one over the same.</returns>
    public abstract TTask Watch(AsyncSiteHook hook, long started, TTask task, TInputs inputs);

    private static Completion<TTask, TInputs> Create()
    {
        var type = typeof(TTask);
        var implementation = AwaitableTypes.ShapeOf(type) switch
        {
            AwaitableShape.Task => typeof(TaskCompletion<TInputs>),
            AwaitableShape.TaskOfResult => typeof(TaskCompletion<,>).MakeGenericType(AwaitableTypes.ResultOf(type)!, typeof(TInputs)),
            AwaitableShape.ValueTask => typeof(ValueTaskCompletion<TInputs>),
            AwaitableShape.ValueTaskOfResult => typeof(ValueTaskCompletion<,>).MakeGenericType(AwaitableTypes.ResultOf(type)!, typeof(TInputs)),
            _ => throw new InvalidOperationException($"{type} can't be awaited; the plan lets none come here."),
        };
        return (Completion<TTask, TInputs>)Activator.CreateInstance(implementation)!;
    }
}
