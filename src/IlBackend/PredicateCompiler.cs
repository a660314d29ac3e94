using System.Runtime.CompilerServices;
using HogTrace.Bytecode;
using HogTrace.IlBackend.Emit;
using HogTrace.IlBackend.Inputs;
using HogTrace.IlBackend.Lowering;
using HogTrace.Runtime;

namespace HogTrace.IlBackend;

/// <summary>
/// Compiles predicates for frames whose types are known. Compiled code runs only what can't fault, is charged nothing
/// beyond its instructions, and never calls the host; where it would have to, it answers
/// <see cref="CompiledOutcome.NeedsContext"/>. It keeps no account of fuel: the caller has made sure that the longest
/// path of the predicate fits the budget.
/// </summary>
internal static class PredicateCompiler
{
    /// <summary>Whether this runtime compiles IL to machine code.</summary>
    public static bool IsSupported => RuntimeFeature.IsDynamicCodeCompiled;

    /// <summary>
    /// The predicate as a <c>CompiledPredicate&lt;…&gt;</c> over the types of its frame's parameters; null when it has an
    /// operation that isn't compiled, or not for these types.
    /// </summary>
    /// <param name="predicate">The predicate, for the frames of one site.</param>
    /// <param name="members">Which members may be read.</param>
    /// <param name="expectsSmallInts">
    /// Whether to guard the Ints that arithmetic starts from to 32 bits, instead of checking each operation for overflow.
    /// </param>
    public static Delegate? TryCompile(TranslatedCode predicate, MemberResolver members, bool expectsSmallInts)
    {
        if (!predicate.IsPredicate || predicate.Shape.IsDynamic || !PredicateMethod.Supports(predicate.Shape.ArgumentCount)
            || predicate.Operations.Length > Limits.CompiledOperations)
            return null;
        var method = new PredicateMethod([.. predicate.Shape.Parameters.Select(parameter => parameter.Type)]);
        var task = new LoweringTask(predicate, members, expectsSmallInts ? Speculation.SmallInts : Speculation.Kinds);
        return new QuickLowering(task, new ArgumentInputs(predicate.Shape), method.Writer, method.Ends).TryLower() ? method.Create() : null;
    }
}
