using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace HogTrace.Parser;

/// <summary>
/// Keeps walks over a tree off the end of a small stack. The nesting limit bounds their depth, but a level of nesting is
/// a node for every level of operators, and a caller's thread may have little left.
/// </summary>
internal static class StackGuard
{
    private const int StackBytes = 2 << 20;

    /// <summary>Calls the function, on a thread of its own when this one is short of stack.</summary>
    public static TResult Call<TSelf, TArgument, TResult>(
        Func<TSelf, TArgument, TResult> function, TSelf self, TArgument argument) =>
        RuntimeHelpers.TryEnsureSufficientExecutionStack()
            ? function(self, argument)
            : CallOnFreshStack(function, self, argument);

    /// <inheritdoc cref="Call"/>
    public static void Run<TSelf, TArgument>(Action<TSelf, TArgument> action, TSelf self, TArgument argument)
    {
        if (RuntimeHelpers.TryEnsureSufficientExecutionStack())
            action(self, argument);
        else
            RunOnFreshStack(action, self, argument);
    }

    private static void RunOnFreshStack<TSelf, TArgument>(
        Action<TSelf, TArgument> action, TSelf self, TArgument argument) =>
        CallOnFreshStack(
            (TSelf own, TArgument value) =>
            {
                action(own, value);
                return true;
            },
            self,
            argument);

    private static TResult CallOnFreshStack<TSelf, TArgument, TResult>(
        Func<TSelf, TArgument, TResult> function, TSelf self, TArgument argument)
    {
        TResult? result = default;
        ExceptionDispatchInfo? bug = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    result = function(self, argument);
                }
                catch (Exception exception)
                {
                    bug = ExceptionDispatchInfo.Capture(exception);
                }
            },
            StackBytes);
        thread.Start();
        thread.Join();
        bug?.Throw();
        return result!;
    }
}
