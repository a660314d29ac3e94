using HogTrace.IlRewriting.Plans;

namespace HogTrace.IlRewriting.Rewriting;

/// <summary>Whether a plan can be put into a method. What passes can be emitted.</summary>
internal static class PlanCheck
{
    private const int MaximumTypedInputs = 8;

    /// <summary>What doesn't fit; null if all does.</summary>
    public static string? Problem(ProbePlan plan, MethodShape shape)
    {
        if (plan is { Entry: null, Return: null, Throw: null })
            return "the plan has no call";
        return Problem(plan, plan.Entry, Place.Entry, shape)
            ?? Problem(plan, plan.Return, Place.Return, shape)
            ?? Problem(plan, plan.Throw, Place.Throw, shape);
    }

    private static string? Problem(ProbePlan plan, HookCall? call, Place place, MethodShape shape)
    {
        if (call is null)
            return null;
        if (call.Form == HookForm.Typed && call.Inputs.Length > MaximumTypedInputs)
            return $"the typed call at {place} has more than {MaximumTypedInputs} inputs";
        if (call.Form == HookForm.Async && (place != Place.Return || shape.Return is { IsReference: true } or { IsPointer: true } or { HasArgument: false }))
            return $"the method has no task to wait for at {place}";
        foreach (var input in call.Inputs)
        {
            if (shape.InputType(input, place) is null)
                return $"{input.Kind} {input.Position} at {place} is not there or can't be given to a hook";
            if (input.Kind == InputKind.Duration && !plan.ReadsClock)
                return $"the duration at {place} needs the clock";
            if (call.Form == HookForm.Async && input.Kind is not (InputKind.Argument or InputKind.Self))
                return $"{input.Kind} is no input of an asynchronous call";
        }

        return null;
    }
}
