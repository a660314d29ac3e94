using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using HogTrace.Runtime;

namespace HogTrace.Interpreter;

/// <summary>The loop. Long because it is one switch; each case is a guard and its fast path.</summary>
internal static partial class CodeInterpreter
{
    // Few variables live across the loop, so that all of them stay in registers.
    // Optimised at once: a profile of the first programs to run would shape the code against all others.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static CodeOutcome Loop<TMetering>(Step[] steps, ref Value registers, ref RunContext run, int start, int bias)
        where TMetering : struct, IMetering
    {
        ref Step step = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(steps), start);
        bool test;
        while (true)
        {
            if (TMetering.ChecksEveryStep && step.Instruction + bias + run.Touched > run.Budget)
                return StopAtBudget(bias, ref run);

            ref Value a = ref Unsafe.Add(ref registers, step.A);
            switch (step.Code)
            {
                case StepCode.EqStringK:
                    if (!IsStringOrOther(in a, in step.K, out test))
                        goto Compare;
                    goto Test;
                case StepCode.NeStringK:
                    if (!IsStringOrOther(in a, in step.K, out test))
                        goto Compare;
                    test = !test;
                    goto Test;
                case StepCode.EqIntK:
                    if (!a.IsInt)
                        goto Compare;
                    test = a.UnsafeInt == step.K.UnsafeInt;
                    goto Test;
                case StepCode.NeIntK:
                    if (!a.IsInt)
                        goto Compare;
                    test = a.UnsafeInt != step.K.UnsafeInt;
                    goto Test;
                case StepCode.LtIntK:
                    if (!a.IsInt)
                        goto Compare;
                    test = a.UnsafeInt < step.K.UnsafeInt;
                    goto Test;
                case StepCode.GtIntK:
                    if (!a.IsInt)
                        goto Compare;
                    test = a.UnsafeInt > step.K.UnsafeInt;
                    goto Test;
                case StepCode.LeIntK:
                    if (!a.IsInt)
                        goto Compare;
                    test = a.UnsafeInt <= step.K.UnsafeInt;
                    goto Test;
                case StepCode.GeIntK:
                    if (!a.IsInt)
                        goto Compare;
                    test = a.UnsafeInt >= step.K.UnsafeInt;
                    goto Test;
                case StepCode.EqInt:
                    if (!AreInts(in a, in Unsafe.Add(ref registers, step.B)))
                        goto Compare;
                    test = a.UnsafeInt == Unsafe.Add(ref registers, step.B).UnsafeInt;
                    goto Test;
                case StepCode.NeInt:
                    if (!AreInts(in a, in Unsafe.Add(ref registers, step.B)))
                        goto Compare;
                    test = a.UnsafeInt != Unsafe.Add(ref registers, step.B).UnsafeInt;
                    goto Test;
                case StepCode.LtInt:
                    if (!AreInts(in a, in Unsafe.Add(ref registers, step.B)))
                        goto Compare;
                    test = a.UnsafeInt < Unsafe.Add(ref registers, step.B).UnsafeInt;
                    goto Test;
                case StepCode.GtInt:
                    if (!AreInts(in a, in Unsafe.Add(ref registers, step.B)))
                        goto Compare;
                    test = a.UnsafeInt > Unsafe.Add(ref registers, step.B).UnsafeInt;
                    goto Test;
                case StepCode.LeInt:
                    if (!AreInts(in a, in Unsafe.Add(ref registers, step.B)))
                        goto Compare;
                    test = a.UnsafeInt <= Unsafe.Add(ref registers, step.B).UnsafeInt;
                    goto Test;
                case StepCode.GeInt:
                    if (!AreInts(in a, in Unsafe.Add(ref registers, step.B)))
                        goto Compare;
                    test = a.UnsafeInt >= Unsafe.Add(ref registers, step.B).UnsafeInt;
                    goto Test;

                case StepCode.AddIntK:
                {
                    long left = a.UnsafeInt;
                    long sum = left + step.K.UnsafeInt;
                    if (!a.IsInt || ((left ^ sum) & (step.K.UnsafeInt ^ sum)) < 0)
                        goto Generic;
                    Unsafe.Add(ref registers, step.Destination) = Value.FromInt(sum);
                    break;
                }

                case StepCode.SubIntK:
                {
                    long left = a.UnsafeInt;
                    long difference = left - step.K.UnsafeInt;
                    if (!a.IsInt || ((left ^ step.K.UnsafeInt) & (left ^ difference)) < 0)
                        goto Generic;
                    Unsafe.Add(ref registers, step.Destination) = Value.FromInt(difference);
                    break;
                }

                case StepCode.MulIntK:
                {
                    long high = Math.BigMul(a.UnsafeInt, step.K.UnsafeInt, out long low);
                    if (!a.IsInt || high != low >> 63)
                        goto Generic;
                    Unsafe.Add(ref registers, step.Destination) = Value.FromInt(low);
                    break;
                }

                // Quick only for divisors other than 0 and -1, so that neither can fault.
                case StepCode.DivIntK:
                    if (!a.IsInt)
                        goto Generic;
                    Unsafe.Add(ref registers, step.Destination) = Value.FromInt(Quotient(a.UnsafeInt, step.K.UnsafeInt));
                    break;
                case StepCode.ModIntK:
                    if (!a.IsInt)
                        goto Generic;
                    Unsafe.Add(ref registers, step.Destination) = Value.FromInt(Remainder(a.UnsafeInt, step.K.UnsafeInt));
                    break;

                case StepCode.AddInt:
                {
                    ref Value b = ref Unsafe.Add(ref registers, step.B);
                    long left = a.UnsafeInt;
                    long sum = left + b.UnsafeInt;
                    if (!AreInts(in a, in b) || ((left ^ sum) & (b.UnsafeInt ^ sum)) < 0)
                        goto Generic;
                    Unsafe.Add(ref registers, step.Destination) = Value.FromInt(sum);
                    break;
                }

                case StepCode.SubInt:
                {
                    ref Value b = ref Unsafe.Add(ref registers, step.B);
                    long left = a.UnsafeInt;
                    long difference = left - b.UnsafeInt;
                    if (!AreInts(in a, in b) || ((left ^ b.UnsafeInt) & (left ^ difference)) < 0)
                        goto Generic;
                    Unsafe.Add(ref registers, step.Destination) = Value.FromInt(difference);
                    break;
                }

                case StepCode.MulInt:
                {
                    ref Value b = ref Unsafe.Add(ref registers, step.B);
                    long high = Math.BigMul(a.UnsafeInt, b.UnsafeInt, out long low);
                    if (!AreInts(in a, in b) || high != low >> 63)
                        goto Generic;
                    Unsafe.Add(ref registers, step.Destination) = Value.FromInt(low);
                    break;
                }

                case StepCode.AffineUntried:
                    if (TMetering.HasContext && Quickening.TryQuickenRun(ref step))
                        continue;
                    break;
                case StepCode.Affine:
                {
                    if (TMetering.ChecksEveryStep)
                        break;
                    var form = Unsafe.As<AffineForm>(step.Data!);
                    if (!TryEvaluate(form, ref registers, out long value))
                        break;
                    // The last step of the run knows what is to be done of the result.
                    step = ref Unsafe.Add(ref step, step.B);
                    if (form.IsTest)
                    {
                        test = form.Test.Contains(value);
                        goto Test;
                    }

                    Unsafe.Add(ref registers, step.Destination) = Value.FromInt(value);
                    break;
                }

                case StepCode.Path:
                {
                    if (TMetering.ChecksEveryStep || !TryFollow(ref step, a.Reference, out Value member))
                        break;
                    ref Step last = ref Unsafe.Add(ref step, step.B);
                    if (step.B == step.Count)
                    {
                        step = ref last;
                        Unsafe.Add(ref registers, step.Destination) = member;
                        break;
                    }

                    if (last.Code is StepCode.EqStringK or StepCode.NeStringK && IsStringOrOther(in member, in last.K, out test))
                    {
                        test = test == (last.Code == StepCode.EqStringK);
                        step = ref last;
                        goto Test;
                    }

                    Unsafe.Add(ref registers, last.A) = member;
                    step = ref last;
                    continue;
                }

                case StepCode.GetAttrOfSealed:
                {
                    if (a.Reference is not { } target)
                        goto Generic;
                    Value member = step.Cache!.Getter(target);
                    if (member.Reference is string text && text.Length >= StringUnitsPerFuel)
                        goto Generic;
                    Unsafe.Add(ref registers, step.Destination) = member;
                    break;
                }

                case StepCode.GetAttr:
                {
                    if (a.Reference is not { } target)
                        goto Generic;
                    var type = target.GetType();
                    for (var cache = step.Cache; cache is not null; cache = cache.Next)
                    {
                        if (cache.Type != type)
                            continue;
                        Value member = cache.Getter(target);
                        if (member.Reference is string text && text.Length >= StringUnitsPerFuel)
                            goto Generic;
                        Unsafe.Add(ref registers, step.Destination) = member;
                        goto Next;
                    }

                    goto Generic;
                }

                case StepCode.Eq:
                case StepCode.Ne:
                case StepCode.Lt:
                case StepCode.Gt:
                case StepCode.Le:
                case StepCode.Ge:
                    if (TMetering.HasContext && Quickening.TryQuicken(ref step, in a, in RightOperand(ref step, ref registers)))
                        continue;
                    goto Compare;

                case StepCode.Add:
                case StepCode.Sub:
                case StepCode.Mul:
                case StepCode.Div:
                case StepCode.Mod:
                    if (TMetering.HasContext && Quickening.TryQuicken(ref step, in a, in RightOperand(ref step, ref registers)))
                        continue;
                    goto Generic;

                case StepCode.LoadConst:
                    Unsafe.Add(ref registers, step.Destination) = step.K;
                    break;
                case StepCode.Move:
                    Unsafe.Add(ref registers, step.Destination) = a;
                    break;

                case StepCode.TouchString:
                    if (a.Reference is string { Length: >= StringUnitsPerFuel })
                        goto Generic;
                    break;
                case StepCode.Jump:
                    goto Taken;
                case StepCode.JumpIfFalse:
                    if (!TMetering.HasContext && !a.IsBool)
                        goto Generic;
                    if (!(a.IsBool ? a.UnsafeBool : a.IsTrue))
                        goto Taken;
                    break;
                case StepCode.JumpIfTrue:
                    if (!TMetering.HasContext && !a.IsBool)
                        goto Generic;
                    if (a.IsBool ? a.UnsafeBool : a.IsTrue)
                        goto Taken;
                    break;

                case StepCode.ReturnPredicate:
                    if (TMetering.HasContext)
                        run.Executed = step.Instruction + bias;
                    return a.IsBool && a.UnsafeBool ? CodeOutcome.True : CodeOutcome.False;
                case StepCode.ReturnBody when TMetering.HasContext:
                    run.Executed = step.Instruction + bias;
                    return CodeOutcome.True;

                default:
                    goto Generic;
            }

        Next:
            step = ref Unsafe.Add(ref step, 1);
            continue;

        Generic:
            if (!TMetering.HasContext)
                return CodeOutcome.NeedsContext;
            run.Executed = step.Instruction + bias;
            if (GenericSteps.Run(ref step, ref registers, ref run) != FaultKind.None)
                return Fault(in step, ref run);
            goto Metered;

        Compare:
            if (!TMetering.HasContext)
                return CodeOutcome.NeedsContext;
            run.Executed = step.Instruction + bias;
            int touched = run.Touched;
            if (GenericSteps.Compare(ref step, in a, in RightOperand(ref step, ref registers), ref run, out test) != FaultKind.None)
                return Fault(in step, ref run);
            if (!TMetering.ChecksEveryStep && run.Touched > run.Slack)
            {
                // Its jump has to be checked too. A comparison can be done again; only its charge must not be.
                run.Touched = touched;
                return Suspend(steps, ref step, bias, ref run);
            }

        Test:
            switch (step.Then)
            {
                case Then.Store:
                    Unsafe.Add(ref registers, step.Destination) = Value.FromBool(test);
                    goto Next;
                case Then.Return:
                    if (TMetering.ChecksEveryStep && step.Instruction + step.Count + bias + run.Touched > run.Budget)
                        return StopAtBudget(bias, ref run);
                    if (TMetering.HasContext)
                        run.Executed = step.Instruction + step.Count + bias;
                    return test ? CodeOutcome.True : CodeOutcome.False;
            }

            // The jump is an instruction of its own, the one after the comparison.
            if (TMetering.ChecksEveryStep && step.Instruction + 1 + bias + run.Touched > run.Budget)
                return StopAtBudget(bias, ref run);
            if (test == (step.Then == Then.JumpIfFalse))
                goto Next;

        Taken:
            if (!TMetering.HasContext && step.TargetIsFalse)
                return CodeOutcome.False;
            bias -= step.Skipped;
            step = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(steps), step.Target);
            continue;

        Metered:
            step = ref Unsafe.Add(ref step, 1);
            if (!TMetering.ChecksEveryStep && run.Touched > run.Slack)
                return Suspend(steps, ref step, bias, ref run);
        }
    }
}
