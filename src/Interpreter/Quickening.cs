using System.Runtime.CompilerServices;
using HogTrace.Bytecode;
using HogTrace.Runtime;

namespace HogTrace.Interpreter;

/// <summary>Turns a step that meets Ints or Strings into its quick form.</summary>
internal static class Quickening
{
    // A comparison with a constant so long that looking at it costs fuel stays what it is.

    /// <summary>Whether the step has been turned and should run again. A step turns once: a quick form never turns back.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static bool TryQuicken(ref Step step, in Value a, in Value b)
    {
        Observe(ref step, in a, in b);
        var quick = a.IsInt && b.IsInt ? OfInts(step.Code, step.BIsConstant, b.UnsafeInt)
            : step.BIsConstant && a.IsString && b.StringOrNull is { Length: < Limits.StringUnitsPerFuel } ? OfStrings(step.Code)
            : null;
        if (quick is not { } code)
            return false;
        step.Code = code;
        return true;
    }

    /// <summary>
    /// Turns the head of a run when all its steps have turned to forms for Ints. Not before: what they have met is to
    /// be known of each.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static bool TryQuickenRun(ref Step head)
    {
        for (int i = 1; i <= head.B; i++)
        {
            if (!IsOfInts(Unsafe.Add(ref head, i).Code))
                return false;
        }

        head.Code = StepCode.Affine;
        return true;
    }

    private static bool IsOfInts(StepCode code) =>
        code is StepCode.LoadConst or StepCode.Move
            or >= StepCode.AddInt and <= StepCode.ModIntK
            or >= StepCode.EqInt and <= StepCode.GeIntK;

    /// <summary>Takes the kinds of operands into what is known of the step. Writes only news: threads share the step.</summary>
    public static void Observe(ref Step step, in Value a, in Value b)
    {
        var met = a.IsInt && b.IsInt ? Observed.Ints
            : step.BIsConstant && a.IsString && b.IsString ? Observed.StringWithConstant
            : Observed.Other;
        if ((step.Observed & met) == 0)
            step.Observed |= met;
    }

    private static StepCode? OfInts(StepCode code, bool isConstant, long right) => code switch
    {
        StepCode.Add => isConstant ? StepCode.AddIntK : StepCode.AddInt,
        StepCode.Sub => isConstant ? StepCode.SubIntK : StepCode.SubInt,
        StepCode.Mul => isConstant ? StepCode.MulIntK : StepCode.MulInt,
        StepCode.Div when isConstant && right is not (0 or -1) => StepCode.DivIntK,
        StepCode.Mod when isConstant && right is not (0 or -1) => StepCode.ModIntK,
        StepCode.Eq => isConstant ? StepCode.EqIntK : StepCode.EqInt,
        StepCode.Ne => isConstant ? StepCode.NeIntK : StepCode.NeInt,
        StepCode.Lt => isConstant ? StepCode.LtIntK : StepCode.LtInt,
        StepCode.Gt => isConstant ? StepCode.GtIntK : StepCode.GtInt,
        StepCode.Le => isConstant ? StepCode.LeIntK : StepCode.LeInt,
        StepCode.Ge => isConstant ? StepCode.GeIntK : StepCode.GeInt,
        _ => null,
    };

    private static StepCode? OfStrings(StepCode code) => code switch
    {
        StepCode.Eq => StepCode.EqStringK,
        StepCode.Ne => StepCode.NeStringK,
        _ => null,
    };
}
