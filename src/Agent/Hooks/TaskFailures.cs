using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.ExceptionServices;

namespace HogTrace.Agent.Hooks;

/// <summary>
/// Reads why a task has failed without that counting as observed: <see cref="Task.Exception"/> would keep the program's
/// own handler of unobserved exceptions from being called.
/// </summary>
internal static class TaskFailures
{
    private const BindingFlags Instance = BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public;

    // Where the runtime keeps them. Null when it has moved them.
    private static readonly Func<Task, List<ExceptionDispatchInfo>?>? s_read = TryCompile();

    public static Exception Of(Task task)
    {
        if (task.IsCanceled)
            return new TaskCanceledException(task);
        return s_read?.Invoke(task) is [var first, ..] ? first.SourceException : new UnreadableException();
    }

    private static Func<Task, List<ExceptionDispatchInfo>?>? TryCompile()
    {
        if (typeof(Task).GetField("m_contingentProperties", Instance) is not { } properties
            || properties.FieldType.GetField("m_exceptionsHolder", Instance) is not { } holder
            || holder.FieldType.GetField("m_faultExceptions", Instance) is not { } faults
            || faults.FieldType != typeof(List<ExceptionDispatchInfo>))
            return null;
        var method = new DynamicMethod("faults", faults.FieldType, [typeof(Task)], restrictedSkipVisibility: true);
        var il = method.GetILGenerator();
        var none = il.DefineLabel();
        il.Emit(OpCodes.Ldarg_0);
        foreach (var field in new[] { properties, holder })
        {
            il.Emit(OpCodes.Ldfld, field);
            il.Emit(OpCodes.Dup);
            il.Emit(OpCodes.Brfalse, none);
        }

        il.Emit(OpCodes.Ldfld, faults);
        il.Emit(OpCodes.Ret);
        il.MarkLabel(none);
        il.Emit(OpCodes.Pop);
        il.Emit(OpCodes.Ldnull);
        il.Emit(OpCodes.Ret);
        return method.CreateDelegate<Func<Task, List<ExceptionDispatchInfo>?>>();
    }

    private sealed class UnreadableException()
        : Exception("This runtime doesn't let the exception of a task be read without it counting as observed.");
}
