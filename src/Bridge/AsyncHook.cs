namespace HogTrace.Bridge;

/// <summary>A hook that is told of the completion of what a method returned.</summary>
public abstract class AsyncHook : Hook
{
    /// <summary>A call that has returned a task, or what else can be awaited.</summary>
    /// <param name="started">When the call entered, by <see cref="Hits.Clock"/>; 0 when nobody asks.</param>
    /// <param name="task">What the method returned.</param>
    /// <param name="inputs">An <c>Inputs</c> of this assembly.</param>
    /// <returns>What the caller gets: the same task.</returns>
    public abstract TTask Hit<TTask, TInputs>(long started, TTask task, TInputs inputs)
        where TInputs : struct;
}
