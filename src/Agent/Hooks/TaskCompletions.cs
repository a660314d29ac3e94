using HogTrace.Runtime;

namespace HogTrace.Agent.Hooks;

/// <summary>Watches a <see cref="Task"/>.</summary>
internal sealed class TaskCompletion<TInputs> : Completion<Task, TInputs>
    where TInputs : struct
{
    public override Task Watch(AsyncSiteHook hook, long started, Task task, TInputs inputs)
    {
        if (task is null || task.IsCompleted)
            End(hook, started, task, in inputs);
        else
            // A continuation, not a wait in an async method: it is the first, so it sees the end before the caller does. It
            // runs in the flow of the call, whoever completes the task: the request of its exit is that of its entry.
            task.ConfigureAwait(false).GetAwaiter().OnCompleted(() => End(hook, started, task, in inputs));
        return task!;
    }

    private static void End(AsyncSiteHook hook, long started, Task? task, ref readonly TInputs inputs)
    {
        if (task is null or { IsCompletedSuccessfully: true })
            hook.Complete(started, in inputs, Value.None);
        else
            hook.Fail(started, in inputs, task);
    }
}

/// <summary>Watches a <see cref="Task{TResult}"/>.</summary>
internal sealed class TaskCompletion<TResult, TInputs> : Completion<Task<TResult>, TInputs>
    where TInputs : struct
{
    public override Task<TResult> Watch(AsyncSiteHook hook, long started, Task<TResult> task, TInputs inputs)
    {
        if (task is null || task.IsCompleted)
            End(hook, started, task, in inputs);
        else
            task.ConfigureAwait(false).GetAwaiter().OnCompleted(() => End(hook, started, task, in inputs));
        return task!;
    }

    private static void End(AsyncSiteHook hook, long started, Task<TResult>? task, ref readonly TInputs inputs)
    {
        if (task is null)
            hook.Complete(started, in inputs, Value.None);
        else if (task.IsCompletedSuccessfully)
            hook.Complete(started, in inputs, Value.From(task.Result));
        else
            hook.Fail(started, in inputs, task);
    }
}
