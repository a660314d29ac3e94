using HogTrace.IlRewriting.Bodies;

namespace HogTrace.IlRewriting.Checking;

/// <summary>Follows all ways through a body until the stacks where they join no longer change.</summary>
internal sealed class FlowCheck(MethodBody body, RegionTree regions, StackEffects effects)
{
    // Stacks are kept only where ways join: the targets of branches, and where handlers begin.
    private readonly EvaluationStack?[] _joins = new EvaluationStack?[body.Instructions.Count];
    private readonly bool[] _isJoin = new bool[body.Instructions.Count];
    private readonly Stack<int> _changed = [];

    /// <summary>The first problem; null if there is none.</summary>
    public string? Run()
    {
        FindJoins();
        string? problem = JoinAt(0, EvaluationStack.Empty) ?? EnterHandlers();
        while (problem is null && _changed.TryPop(out int start))
            problem = Follow(start);
        return problem;
    }

    private void FindJoins()
    {
        _isJoin[0] = true;
        foreach (var instruction in body.Instructions)
        {
            if (instruction.Target is { } target)
                _isJoin[target.Index] = true;
            foreach (var one in instruction.Targets)
                _isJoin[one.Index] = true;
        }

        foreach (var clause in body.Clauses)
        {
            _isJoin[clause.HandlerStart.Index] = true;
            if (clause.FilterStart is { } filter)
                _isJoin[filter.Index] = true;
        }
    }

    private string? EnterHandlers()
    {
        var caught = EvaluationStack.Empty.Push(new(StackKind.Object));
        string? problem = null;
        foreach (var clause in body.Clauses)
        {
            var stack = clause.Kind is ClauseKind.Finally or ClauseKind.Fault ? EvaluationStack.Empty : caught;
            problem ??= JoinAt(clause.HandlerStart.Index, stack);
            if (clause.FilterStart is { } filter)
                problem ??= JoinAt(filter.Index, stack);
        }

        return problem;
    }

    // From a join to the next, or to where the way ends.
    private string? Follow(int at)
    {
        var stack = _joins[at]!;
        while (true)
        {
            var instruction = body.Instructions[at];
            if (effects.Apply(instruction, stack, out string? problem) is not { } after)
                return $"{instruction}: {problem}; the stack is {stack}";
            if (after.Depth > body.MaxStack)
                return $"{instruction}: the stack gets deeper than {body.MaxStack}";
            var flow = instruction.Facts.Flow;
            problem = CheckRegion(instruction, flow, after) ?? Branch(instruction, flow, after);
            if (problem is not null || !Continues(flow))
                return problem;
            if ((problem = Enter(instruction, at + 1, after)) is not null)
                return problem;
            if (_isJoin[++at])
                return JoinAt(at, after);
            stack = after;
        }
    }

    private static bool Continues(Flow flow) => flow is Flow.Next or Flow.Prefix or Flow.Condition or Flow.Switch;

    private string? Branch(Instruction instruction, Flow flow, EvaluationStack stack)
    {
        if (flow == Flow.Leave)
            return regions.CanLeave(regions.Of(instruction.Index), instruction.Target!.Index)
                ? JoinAt(instruction.Target.Index, EvaluationStack.Empty)
                : $"{instruction}: it leaves to where it can't";
        string? problem = null;
        if (instruction.Target is { } target)
            problem = Enter(instruction, target.Index, stack) ?? JoinAt(target.Index, stack);
        foreach (var one in instruction.Targets)
            problem ??= Enter(instruction, one.Index, stack) ?? JoinAt(one.Index, stack);
        return problem;
    }

    private string? Enter(Instruction instruction, int target, EvaluationStack stack)
    {
        if (target >= body.Instructions.Count)
            return $"{instruction}: it runs off the end";
        if (!regions.CanEnter(regions.Of(instruction.Index), target, out bool entersTry))
            return $"{instruction}: it gets into or out of a region";
        return entersTry && !stack.IsEmpty ? $"{instruction}: the stack at the start of a try is {stack}" : null;
    }

    private string? CheckRegion(Instruction instruction, Flow flow, EvaluationStack stack)
    {
        var region = regions.Of(instruction.Index);
        bool fits = flow switch
        {
            Flow.Return => region is null,
            Flow.Jump => region is null && stack.IsEmpty,
            Flow.EndFinally => region is { Kind: RegionKind.Finally },
            Flow.EndFilter => region is { Kind: RegionKind.Filter } && region.End == instruction.Index + 1 && stack.IsEmpty,
            Flow.Throw when instruction.Opcode == Opcode.Rethrow => IsInCatch(region),
            _ => true,
        };
        return fits ? null : $"{instruction}: it can't be in this region";
    }

    private static bool IsInCatch(Region? region)
    {
        while (region is not null && region.Kind != RegionKind.Catch)
            region = region.Parent;
        return region is not null;
    }

    private string? JoinAt(int target, EvaluationStack stack)
    {
        var known = _joins[target];
        var joined = known is null ? stack : known.Join(stack);
        if (joined is null)
            return $"{body.Instructions[target]}: the stacks {known} and {stack} meet";
        if (joined == known)
            return null;
        _joins[target] = joined;
        _changed.Push(target);
        return null;
    }
}
