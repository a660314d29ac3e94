using HogTrace.Runtime;

namespace HogTrace.Agent.Hooks;

/// <summary>Watches a <see cref="ValueTask"/>, which may be consumed once only: the caller gets one over what it has become.</summary>
internal sealed class ValueTaskCompletion<TInputs> : Completion<ValueTask, TInputs>
    where TInputs : struct
{
    private readonly TaskCompletion<TInputs> _tasks = new();

    public override ValueTask Watch(AsyncSiteHook hook, long started, ValueTask task, TInputs inputs)
    {
        if (task.IsCompletedSuccessfully)
        {
            // Its source wants to be asked, so that it can be used again.
            task.GetAwaiter().GetResult();
            hook.Complete(started, in inputs, Value.None);
            return default;
        }

        var watched = task.AsTask();
        _tasks.Watch(hook, started, watched, inputs);
        return new ValueTask(watched);
    }
}

/// <summary>Watches a <see cref="ValueTask{TResult}"/>, likewise.</summary>
internal sealed class ValueTaskCompletion<TResult, TInputs> : Completion<ValueTask<TResult>, TInputs>
    where TInputs : struct
{
    private readonly TaskCompletion<TResult, TInputs> _tasks = new();

    public override ValueTask<TResult> Watch(AsyncSiteHook hook, long started, ValueTask<TResult> task, TInputs inputs)
    {
        if (task.IsCompletedSuccessfully)
        {
            var result = task.Result;
            hook.Complete(started, in inputs, Value.From(result));
            return new ValueTask<TResult>(result);
        }

        var watched = task.AsTask();
        _tasks.Watch(hook, started, watched, inputs);
        return new ValueTask<TResult>(watched);
    }
}
