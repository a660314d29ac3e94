using System.Runtime.CompilerServices;
using HogTrace.Bytecode;
using HogTrace.IlBackend.Emit;
using HogTrace.IlBackend.Inputs;
using HogTrace.IlBackend.Lowering;

namespace HogTrace.IlBackend;

/// <summary>Compiles code over register files. Code of the same meaning as the interpreter's, to the unit of fuel.</summary>
internal static class CodeCompiler
{
    /// <summary>Whether this runtime compiles IL to machine code.</summary>
    public static bool IsSupported => RuntimeFeature.IsDynamicCodeCompiled;

    /// <summary>A whole predicate or body; null when it is too long.</summary>
    public static CompiledCode? TryCompile(LoweringTask task, IlListing? listing = null)
    {
        if (task.Code.Operations.Length > Limits.CompiledOperations)
            return null;
        var method = new FullMethod(listing);
        var data = new CodeData { Constants = [.. task.Code.Constants] };
        FullLowering.Lower(task, method.Writer, data);
        return method.Create(data);
    }

    /// <summary>
    /// A predicate without a run context; null when it has an operation that can't be compiled so. The caller has made
    /// sure that its longest path fits the budget.
    /// </summary>
    public static QuickCode? TryCompileQuick(LoweringTask task, IlListing? listing = null)
    {
        if (!task.Code.IsPredicate || task.Code.Operations.Length > Limits.CompiledOperations)
            return null;
        var method = new QuickMethod(listing);
        var lowering = new QuickLowering(task, new RegisterInputs(task.Code.Shape), method.Writer, method.Ends, method.Fuel);
        return lowering.TryLower() ? method.Create() : null;
    }
}
