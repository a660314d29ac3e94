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
            isEqual = text.Length == expected.Length && text.AsSpan().SequenceEqual(expected);
            return true;
        }

        isEqual = false;
        return a.Reference is null;
    }

    /// <summary>What a form comes to; false when a register isn't an Int within its bound.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryEvaluate(AffineForm form, ref Value registers, out long value)
    {
        value = form.Constant;
        long bound = form.Bound;
        foreach (ref readonly AffineTerm term in form.Terms.AsSpan())
        {
            ref Value register = ref Unsafe.Add(ref registers, term.Register);
            long x = register.UnsafeInt;
            if (!register.IsInt || unchecked((ulong)(x + bound)) > (ulong)bound * 2)
                return false;
            value += x * term.Coefficient;
        }

        if (form.Divisor != 0)
            value = form.IsRemainder ? Remainder(value, form.Divisor) : Quotient(value, form.Divisor);
        return true;
    }

    private static long Quotient(long dividend, long divisor) =>
        // A 32-bit division is several times faster, and most numbers are small.
        (int)dividend == dividend && (int)divisor == divisor ? (int)dividend / (int)divisor : dividend / divisor;

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
