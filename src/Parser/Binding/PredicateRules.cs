using HogTrace.Bytecode;
using HogTrace.Parser.Diagnostics;

namespace HogTrace.Parser.Binding;

/// <summary>Warns of predicates that no run passes: only Bool True does.</summary>
internal static class PredicateRules
{
    /// <summary>Checks the predicates of a folded program, where constants show.</summary>
    public static void Check(BoundProgram program, DiagnosticList diagnostics)
    {
        foreach (BoundProbe probe in program.Probes)
        {
            if (probe.Predicate is { } predicate)
                Check(predicate, diagnostics);
        }
    }

    private static void Check(BoundExpression predicate, DiagnosticList diagnostics)
    {
        if (BoundKinds.IsNeverBool(predicate))
        {
            diagnostics.Warning(
                DiagnosticCodes.NeverFires,
                predicate.Span,
                "This probe never fires: its predicate is no Bool, and only True passes.",
                "Compare it with something, or write '!!(…)' for its truth.");
        }
        else if (predicate is BoundConstant { Value: var value } && value == Constant.Bool(false))
        {
            diagnostics.Warning(
                DiagnosticCodes.NeverFires,
                predicate.Span,
                "This probe never fires: its predicate is always False.");
        }
    }
}
