using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using HogTrace.Bridge;
using HogTrace.Runtime;

namespace HogTrace.Agent.Hooks;

/// <summary>Hits one site when a task has completed, another when it has failed; the caller gets the task as it was.</summary>
internal sealed class AsyncSiteHook(UntypedProbeSite completed, UntypedProbeSite failed, Results results) : AsyncHook
{
    /// <summary>Whether anybody waits for the end of calls.</summary>
    public bool IsProbed => completed.IsProbed || failed.IsProbed;

    public override TTask Hit<TTask, TInputs>(long started, TTask task, TInputs inputs) =>
        IsProbed && !OwnWork.IsOwn ? Completion<TTask, TInputs>.Instance.Watch(this, started, task, inputs) : task;

    /// <summary>The call has ended with a result.</summary>
    public void Complete<TInputs>(long started, in TInputs inputs, Value result)
        where TInputs : struct
    {
        if (completed.IsProbed)
            Enter(completed, started, in inputs, results.ReadsValue, result);
    }

    /// <summary>The call has failed, or was cancelled. The exception is read only when a probe asks for it.</summary>
    public void Fail<TInputs>(long started, in TInputs inputs, Task task)
        where TInputs : struct
    {
        if (failed.IsProbed)
            Enter(failed, started, in inputs, results.ReadsException, results.ReadsException ? Value.FromReference(TaskFailures.Of(task)) : Value.None);
    }

    private void Enter<TInputs>(UntypedProbeSite site, long started, ref readonly TInputs inputs, bool readsOutcome, Value outcome)
        where TInputs : struct
    {
        ValueRow row = default;
        ref Value first = ref Unsafe.As<ValueRow, Value>(ref row);
        int count = PackedInputs<TInputs>.Count;
        PackedInputs<TInputs>.Store(in inputs, ref first);
        if (readsOutcome)
            Unsafe.Add(ref first, count++) = outcome;
        if (results.ReadsDuration)
            Unsafe.Add(ref first, count++) = Value.FromFloat(Hits.Since(started));
        site.Enter(MemoryMarshal.CreateReadOnlySpan(ref first, count));
    }
}
