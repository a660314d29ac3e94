using System.Collections.Concurrent;
using HogTrace.Execution;

namespace HogTrace.Installing;

/// <summary>Compiles what is hot, of all engines, in the background, one after the other, so that they take one thread at most.</summary>
internal static class CompilationQueue
{
    private static readonly BackgroundQueue<ICompilable> s_waiting = new(CompileAll);

    public static void Add(ICompilable code) => s_waiting.Add(code);

    private static void CompileAll(ConcurrentQueue<ICompilable> waiting)
    {
        OwnWork.IsOwn = true;
        while (waiting.TryDequeue(out var code))
            code.Compile();
        OwnWork.IsOwn = false;
    }
}
