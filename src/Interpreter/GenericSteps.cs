using System.Runtime.CompilerServices;
using HogTrace.Bytecode;
using HogTrace.Runtime;

namespace HogTrace.Interpreter;

/// <summary>Steps as Runtime defines them. Not inlined, so that the loop stays small.</summary>
internal static class GenericSteps
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static FaultKind Compare(ref Step step, in Value a, in Value b, ref RunContext run, out bool result)
    {
        Quickening.Observe(ref step, in a, in b);
        switch (step.Code)
        {
            case StepCode.Eq or StepCode.EqInt or StepCode.EqIntK or StepCode.EqStringK:
                return Operators.Eq(in a, in b, ref run, out result);
            case StepCode.Ne or StepCode.NeInt or StepCode.NeIntK or StepCode.NeStringK:
                return Operators.Ne(in a, in b, ref run, out result);
            case StepCode.Lt or StepCode.LtInt or StepCode.LtIntK:
                return Operators.Lt(in a, in b, ref run, out result);
            case StepCode.Gt or StepCode.GtInt or StepCode.GtIntK:
                return Operators.Gt(in a, in b, ref run, out result);
            case StepCode.Le or StepCode.LeInt or StepCode.LeIntK:
                return Operators.Le(in a, in b, ref run, out result);
            default:
                return Operators.Ge(in a, in b, ref run, out result);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static FaultKind Run(ref Step step, ref Value registers, ref RunContext run)
    {
        ref Value a = ref Unsafe.Add(ref registers, step.A);
        ref Value b = ref step.BIsConstant ? ref step.K : ref Unsafe.Add(ref registers, step.B);
        // The destination is often the register of an operand, so it is written last.
        Value result = default;
        if (step.Code is >= StepCode.Add and <= StepCode.ModIntK)
            Quickening.Observe(ref step, in a, in b);
        var fault = step.Code switch
        {
            StepCode.Add or StepCode.AddInt or StepCode.AddIntK => Operators.Add(in a, in b, ref run, out result),
            StepCode.Sub or StepCode.SubInt or StepCode.SubIntK => Operators.Sub(in a, in b, ref run, out result),
            StepCode.Mul or StepCode.MulInt or StepCode.MulIntK => Operators.Mul(in a, in b, ref run, out result),
            StepCode.Div or StepCode.DivIntK => Operators.Div(in a, in b, ref run, out result),
            StepCode.Mod or StepCode.ModIntK => Operators.Mod(in a, in b, ref run, out result),
            StepCode.Neg => Operators.Neg(in a, ref run, out result),
            StepCode.GetAttr or StepCode.GetAttrOfSealed => GetAttribute(ref step, in a, ref run, out result),
            StepCode.GetItem => Items.Get(in a, in b, ref run, out result),
            StepCode.GetSlice => RegisterOperations.Slice(ref a, step.Count, ref run),
            StepCode.Call => RegisterOperations.Call((Function)(step.Count >> 8), ref a, step.Count & 0xFF, ref run),
            StepCode.Capture => RegisterOperations.Capture(Unsafe.As<CaptureSite>(step.Data!), ref a, ref run),
            StepCode.SetStore => run.SetStore((string)step.Data!, in a),
            StepCode.TouchString => RegisterOperations.TouchString(in a, ref run),
            _ => Load(in step, ref registers, in a, in b, ref run, out result),
        };
        // These have no result, or have written it.
        bool isWritten = step.Code is StepCode.GetSlice or StepCode.Call or StepCode.Capture or StepCode.SetStore or StepCode.TouchString;
        if (fault == FaultKind.None && !isWritten)
            Unsafe.Add(ref registers, step.Destination) = result;
        return fault;
    }

    private static FaultKind Load(
        in Step step, ref Value registers, in Value a, in Value b, ref RunContext run, out Value result)
    {
        result = default;
        switch (step.Code)
        {
            case StepCode.And:
                result = Value.FromBool(a.IsTrue & b.IsTrue);
                return FaultKind.None;
            case StepCode.Or:
                result = Value.FromBool(a.IsTrue | b.IsTrue);
                return FaultKind.None;
            case StepCode.Not:
                result = Value.FromBool(!a.IsTrue);
                return FaultKind.None;
            case StepCode.Truth:
                result = Value.FromBool(a.IsTrue);
                return FaultKind.None;
            case StepCode.GetStore:
                return run.GetStore((string)step.Data!, out result);
            case StepCode.LoadName:
                return FrameValues.Name((string)step.Data!, ref run, out result);
            case StepCode.LoadArgs:
                return FrameValues.Args((TranslatedCode)step.Data!, ref registers, ref run, out result);
            case StepCode.LoadKwargs:
                return FrameValues.Kwargs((FrameShape)step.Data!, ref registers, ref run, out result);
            case StepCode.LoadLocals:
                return FrameValues.Locals((FrameShape)step.Data!, ref registers, ref run, out result);
            case StepCode.LoadGlobals:
                return FrameValues.Globals(ref run, out result);
            case StepCode.Fail:
                return run.Fail((FaultKind)step.Count, (string)step.Data!);
            default:
                throw new InvalidOperationException($"No meaning for {step.Code}.");
        }
    }

    private static FaultKind GetAttribute(ref Step step, in Value target, ref RunContext run, out Value result)
    {
        string name = (string)step.Data!;
        if (target.IsObject)
        {
            var type = target.Reference!.GetType();
            if (!AttributeCache.Contains(step.Cache, type))
                step.Cache = AttributeCache.Extend(step.Cache, run.Host.Members.Resolve(type, name));
        }

        return Attributes.Get(in target, name, ref run, out result);
    }
}
