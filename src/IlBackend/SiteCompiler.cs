using HogTrace.Bytecode;
using HogTrace.IlBackend.Emit;
using HogTrace.IlBackend.Inputs;
using HogTrace.IlBackend.Lowering;
using HogTrace.Runtime;

namespace HogTrace.IlBackend;

/// <summary>
/// Compiles what a hit of a typed site runs. It keeps no account of fuel: the caller has made sure that the longest
/// path of the predicate fits the budget.
/// </summary>
internal static class SiteCompiler
{
    /// <summary>
    /// A <c>SiteCode&lt;…&gt;</c> over the types of the predicate's frame; null when the predicate has an operation that
    /// isn't compiled, or not for these types.
    /// </summary>
    /// <param name="predicate">The predicate, for the frames of the site.</param>
    /// <param name="members">Which members may be read.</param>
    /// <param name="expectsSmallInts">As for <see cref="PredicateCompiler"/>.</param>
    /// <param name="contract">What the code needs to know of the probe.</param>
    /// <param name="probe">The probe that the code is for.</param>
    public static Delegate? TryCompile(
        TranslatedCode predicate,
        MemberResolver members,
        bool expectsSmallInts,
        SiteContract contract,
        object probe)
    {
        if (!predicate.IsPredicate || predicate.Shape.IsDynamic || !SiteMethod.Supports(predicate.Shape.ArgumentCount)
            || predicate.Operations.Length > Limits.CompiledOperations)
            return null;
        var method = new SiteMethod(contract, [.. predicate.Shape.Parameters.Select(parameter => parameter.Type)]);
        var task = new LoweringTask(predicate, members, expectsSmallInts ? Speculation.SmallInts : Speculation.Kinds);
        var lowering = new QuickLowering(task, new ArgumentInputs(predicate.Shape), method.Writer, method.Ends);
        return lowering.TryLower() ? method.Create(probe) : null;
    }
}
