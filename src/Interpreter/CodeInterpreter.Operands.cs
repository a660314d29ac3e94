using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using HogTrace.Bytecode;
using HogTrace.Runtime;

namespace HogTrace.Interpreter;

/// <summary>Small pieces of the loop.</summary>
internal static partial class CodeInterpreter
{
    private const int StringUnitsPerFuel = Limits.StringUnitsPerFuel;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AreInts(in Value a, in Value b) => a.IsInt && b.IsInt;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref Value RightOperand(ref Step step, ref Value registers) =>
        ref step.BIsConstant ? ref step.K : ref Unsafe.Add(ref registers, step.B);

    /// <summary>
    /// Compares with a constant string. False, and no result, for an Object: an enum can equal its name. Every other
    /// kind is unequal.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsStringOrOther(in Value a, in Value constant, out bool isEqual)
    {
        string expected = Unsafe.As<string>(constant.Reference!);
        if (ReferenceEquals(a.Reference, expected))
        {
            isEqual = true;
            return true;
        }

        if (a.Reference is string text)
        {
            // Length and first character are looked at in one branch, which is foreseen more often than one on lengths.
            int difference = (text.Length ^ expected.Length) | (text.GetPinnableReference() ^ expected.GetPinnableReference());
            isEqual = difference == 0 && text.AsSpan().SequenceEqual(expected);
            return true;
        }

        isEqual = false;
        return a.Reference is null;
    }

    /// <summary>Reads the attributes of the steps behind a path's head; false when one of them isn't quick.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryFollow(ref Step head, object? target, out Value member)
    {
        ref Step step = ref head;
        member = default;
        do
        {
            if (target is null)
                return false;
            step = ref Unsafe.Add(ref step, 1);
            var getter = step.Code == StepCode.GetAttr ? AttributeCache.Find(step.Cache, target) : step.Cache!.Getter;
            if (getter is null)
                return false;
            member = getter(target);
            target = member.Reference;
            if (target is string { Length: >= StringUnitsPerFuel })
                return false;
        }
        while (!Unsafe.AreSame(ref step, ref Unsafe.Add(ref head, head.Count)));

        return true;
    }

    /// <summary>What a form comes to; false when a register isn't an Int within its bound.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryEvaluate(AffineForm form, ref Value registers, out long value)
    {
        value = form.Constant;
        long bound = form.Bound;
        ulong range = form.Range;
        ref AffineTerm term = ref MemoryMarshal.GetArrayDataReference(form.Terms);
        for (int left = form.Terms.Length; left > 0; left--)
        {
            ref Value register = ref Unsafe.AddByteOffset(ref registers, term.Offset);
            long x = register.UnsafeInt;
            if (!register.IsInt || unchecked((ulong)(x + bound)) > range)
                return false;
            value += x * term.Coefficient;
            term = ref Unsafe.Add(ref term, 1);
        }

        if (form.Divisor != 0)
            value = form.IsRemainder ? Remainder(value, form.Divisor) : Quotient(value, form.Divisor);
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long Quotient(long dividend, long divisor) =>
        // A 32-bit division is several times faster, and most numbers are small.
        (int)dividend == dividend && (int)divisor == divisor ? (int)dividend / (int)divisor : dividend / divisor;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long Remainder(long dividend, long divisor) =>
        (int)dividend == dividend && (int)divisor == divisor ? (int)dividend % (int)divisor : dividend % divisor;

    /// <summary>Leaves the loop for the metered one, which goes on at a step.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static CodeOutcome Suspend(Step[] steps, ref Step step, int bias, ref RunContext run)
    {
        run.ResumeAt = (int)(Unsafe.ByteOffset(ref MemoryMarshal.GetArrayDataReference(steps), ref step) / Unsafe.SizeOf<Step>());
        run.ResumeBias = bias;
        return CodeOutcome.MustMeter;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static CodeOutcome Fault(in Step step, ref RunContext run)
    {
        run.FaultInstruction = step.Instruction;
        return CodeOutcome.Faulted;
    }

    /// <summary>Faults at the first instruction that the fuel doesn't reach, which only pushed something or is the present step's own.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static CodeOutcome StopAtBudget(int bias, ref RunContext run)
    {
        run.Executed = run.Budget - run.Touched;
        run.FaultInstruction = run.Executed + 1 - bias;
        run.FailBudget();
        return CodeOutcome.Faulted;
    }
}
