using System.Runtime.InteropServices;
using HogTrace.Runtime;

namespace HogTrace.Interpreter;

/// <summary>Lays three-address code out as steps, and joins what can be one step.</summary>
internal static class StepBuilder
{
    /// <summary>The steps, and for each operation the index of its step, -1 for one joined with the step before it.</summary>
    public static (Step[] Steps, int[] StepOf) Build(TranslatedCode code)
    {
        var operations = code.Operations;
        bool[] isTarget = new bool[operations.Length];
        foreach (var operation in operations)
        {
            if (operation.Target >= 0)
                isTarget[operation.Target] = true;
        }

        var steps = new List<Step>(operations.Length);
        // A jump goes to the step that does the most: the head of a run, if there is one.
        int[] entryOf = new int[operations.Length];
        int[] stepOf = new int[operations.Length];
        int head = -1, afterRun = 0;
        for (int i = 0; i < operations.Length; i++)
        {
            entryOf[i] = steps.Count;
            if (i >= afterRun && TryHead(code, isTarget, i, out int length) is { } first)
            {
                (head, afterRun) = (steps.Count, i + length);
                steps.Add(first);
            }

            stepOf[i] = steps.Count;
            var step = ToStep(operations[i], code);
            if (i + 1 < operations.Length && !isTarget[i + 1] && TryJoin(ref step, operations[i], operations[i + 1]))
                stepOf[++i] = -1;
            steps.Add(step);
            if (head >= 0 && i + 1 >= afterRun)
            {
                CollectionsMarshal.AsSpan(steps)[head].B = (ushort)(steps.Count - 1 - head);
                head = -1;
            }
        }

        var result = steps.ToArray();
        foreach (ref var step in result.AsSpan())
        {
            if (step.Target < 0)
                continue;
            step.Target = entryOf[step.Target];
            step.TargetIsFalse = IsFalseResult(result, step.Target);
        }

        return (result, stepOf);
    }

    /// <summary>The step that goes before those of a run of operations and does all of them; null where there is no run.</summary>
    private static Step? TryHead(TranslatedCode code, bool[] isTarget, int index, out int length)
    {
        var first = code.Operations[index];
        var head = new Step { A = (ushort)first.A.Index, Instruction = first.Instruction, Target = -1 };
        (length, int attributes) = AttributePath.Find(code, isTarget, index);
        if (length > 0)
            return head with { Code = StepCode.Path, Count = attributes };
        if (AffineRun.Find(code, isTarget, index) is not { } run)
            return null;
        length = run.Length;
        return head with { Code = StepCode.AffineUntried, A = 0, Data = run.Form };
    }

    /// <summary>Whether a predicate ends at a step with the constant False.</summary>
    private static bool IsFalseResult(Step[] steps, int index) =>
        index + 1 < steps.Length
        && steps[index].Code == StepCode.LoadConst
        && steps[index].K is { IsBool: true, UnsafeBool: false }
        && steps[index + 1].Code == StepCode.ReturnPredicate
        && steps[index + 1].A == steps[index].Destination;

    private static bool TryJoin(ref Step step, Operation comparison, Operation user)
    {
        bool isComparison = comparison.Code is >= OperationCode.Eq and <= OperationCode.Ge;
        if (!isComparison || user.A != Operand.Register(comparison.Destination))
            return false;
        switch (user.Code)
        {
            case OperationCode.JumpIfFalse or OperationCode.JumpIfTrue when user.Instruction == comparison.Instruction + 1:
                step.Then = user.Code == OperationCode.JumpIfFalse ? Then.JumpIfFalse : Then.JumpIfTrue;
                step.Target = user.Target;
                step.Skipped = user.Skipped;
                return true;
            // The return stands for the jump to the end that may come between.
            case OperationCode.Return when user.Instruction <= comparison.Instruction + 1:
                step.Then = Then.Return;
                step.Count = user.Instruction - comparison.Instruction;
                return true;
            default:
                return false;
        }
    }

    private static Step ToStep(Operation operation, TranslatedCode code)
    {
        var constant = operation.Code == OperationCode.LoadConst ? operation.A : operation.B;
        return new Step
        {
            Code = CodeOf(operation, code),
            BIsConstant = operation.B.IsConstant,
            Destination = (ushort)Math.Max(0, operation.Destination),
            A = (ushort)operation.A.Index,
            B = (ushort)operation.B.Index,
            Instruction = operation.Instruction,
            Target = operation.Target,
            Skipped = operation.Skipped,
            Count = operation.Code switch
            {
                OperationCode.Call => operation.Count | ((int)operation.Function << 8),
                OperationCode.Fail => (int)operation.Fault,
                _ => operation.Count,
            },
            K = constant.IsConstant ? code.Constants[constant.Index] : Value.None,
            Data = DataOf(operation, code),
            Cache = operation.Member is null ? null : AttributeCache.Extend(null, operation.Member),
        };
    }

    private static object DataOf(Operation operation, TranslatedCode code) => operation.Code switch
    {
        OperationCode.Capture => operation.CaptureSite!,
        OperationCode.LoadArgs => code,
        OperationCode.LoadKwargs or OperationCode.LoadLocals => code.Shape,
        _ => operation.Name,
    };

    private static StepCode CodeOf(Operation operation, TranslatedCode code) => operation.Code switch
    {
        OperationCode.LoadConst => StepCode.LoadConst,
        OperationCode.Move => StepCode.Move,
        OperationCode.LoadName => StepCode.LoadName,
        OperationCode.LoadArgs => StepCode.LoadArgs,
        OperationCode.LoadKwargs => StepCode.LoadKwargs,
        OperationCode.LoadLocals => StepCode.LoadLocals,
        OperationCode.LoadGlobals => StepCode.LoadGlobals,
        OperationCode.Fail => StepCode.Fail,
        OperationCode.Add => StepCode.Add,
        OperationCode.Sub => StepCode.Sub,
        OperationCode.Mul => StepCode.Mul,
        OperationCode.Div => StepCode.Div,
        OperationCode.Mod => StepCode.Mod,
        OperationCode.Neg => StepCode.Neg,
        OperationCode.Eq => StepCode.Eq,
        OperationCode.Ne => StepCode.Ne,
        OperationCode.Lt => StepCode.Lt,
        OperationCode.Gt => StepCode.Gt,
        OperationCode.Le => StepCode.Le,
        OperationCode.Ge => StepCode.Ge,
        OperationCode.And => StepCode.And,
        OperationCode.Or => StepCode.Or,
        OperationCode.Not => StepCode.Not,
        OperationCode.Truth => StepCode.Truth,
        OperationCode.Jump => StepCode.Jump,
        OperationCode.JumpIfFalse => StepCode.JumpIfFalse,
        OperationCode.JumpIfTrue => StepCode.JumpIfTrue,
        OperationCode.GetAttr => operation.Member is null ? StepCode.GetAttr : StepCode.GetAttrOfSealed,
        OperationCode.GetItem => StepCode.GetItem,
        OperationCode.TouchString => StepCode.TouchString,
        OperationCode.GetSlice => StepCode.GetSlice,
        OperationCode.GetStore => StepCode.GetStore,
        OperationCode.SetStore => StepCode.SetStore,
        OperationCode.Call => StepCode.Call,
        OperationCode.Capture => StepCode.Capture,
        OperationCode.Return => code.IsPredicate ? StepCode.ReturnPredicate : StepCode.ReturnBody,
        _ => throw new InvalidOperationException($"No step for {operation.Code}."),
    };
}
