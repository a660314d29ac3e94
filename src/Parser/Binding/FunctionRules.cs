using System.Collections.Immutable;
using HogTrace.Bytecode;
using HogTrace.Parser.Diagnostics;
using HogTrace.Parser.Syntax;

namespace HogTrace.Parser.Binding;

/// <summary>Which calls an expression may hold: the table is closed.</summary>
internal static class FunctionRules
{
    private static readonly ImmutableArray<string> s_names =
        [.. FunctionTable.All.Where(entry => !entry.IsCapture).Select(entry => entry.Name)];

    /// <summary>The function called; null after an error was reported.</summary>
    public static FunctionEntry? Resolve(CallSyntax call, DiagnosticList diagnostics)
    {
        if (FunctionTable.Find(call.Function) is not { } entry)
        {
            ReportUnknown(call, diagnostics);
            return null;
        }

        if (entry.IsCapture)
        {
            diagnostics.Error(
                DiagnosticCodes.CaptureInExpression,
                call.FunctionSpan,
                $"'{entry.Name}' is a statement and has no value.",
                "Write it on its own, with a semicolon.");
            return null;
        }

        if (!entry.Accepts(call.Arguments.Length))
        {
            diagnostics.Error(
                DiagnosticCodes.WrongArity,
                call.FunctionSpan,
                $"'{entry.Name}' takes {Arity(entry)}, not {call.Arguments.Length}.");
            return null;
        }

        return entry;
    }

    private static void ReportUnknown(CallSyntax call, DiagnosticList diagnostics)
    {
        string? nearest = NearestName.Find(call.Function, s_names);
        diagnostics.Error(
            DiagnosticCodes.UnknownFunction,
            call.FunctionSpan,
            $"There is no function '{call.Function}'.",
            nearest is null
                ? $"The functions are {string.Join(", ", s_names)}."
                : $"Did you mean '{nearest}'?");
    }

    private static string Arity(FunctionEntry entry) => (entry.MinArguments, entry.MaxArguments) switch
    {
        (0, 0) => "no arguments",
        (1, 1) => "1 argument",
        var (least, most) when least == most => $"{least} arguments",
        (_, Limits.CallArguments) => $"{entry.MinArguments} to {Limits.CallArguments} arguments",
        var (least, most) => $"{least} or {most} arguments",
    };
}
