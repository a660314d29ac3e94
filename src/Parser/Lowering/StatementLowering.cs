using System.Collections.Immutable;
using HogTrace.Bytecode;
using HogTrace.Parser.Binding;
using HogTrace.Parser.Diagnostics;

namespace HogTrace.Parser.Lowering;

/// <summary>Lowers the statements of a body; each leaves the stack empty.</summary>
internal sealed class StatementLowering(
    CodeEmitter code,
    ExpressionLowering expressions,
    VersionRules rules,
    DiagnosticList diagnostics)
{
    public void Lower(BoundStatement statement)
    {
        switch (statement)
        {
            case BoundAssignment assignment:
                Assign(assignment);
                break;
            case BoundCapture capture:
                Capture(capture);
                code.Pop(capture.Span);
                break;
        }
    }

    private void Assign(BoundAssignment assignment)
    {
        expressions.Store(assignment.Target);
        expressions.Value(assignment.Value);
        code.SetAttribute(assignment.Target.Name, assignment.Target.NameSpan);
    }

    private void Capture(BoundCapture capture)
    {
        if (rules.HasNamedCalls)
            CaptureFields(capture);
        else if (capture.IsNamed)
            CapturePairs(capture);
        else
            CaptureValues(capture);
    }

    private void CaptureFields(BoundCapture capture)
    {
        ImmutableArray<string> names = capture.IsNamed
            ? [.. capture.Fields.Select(field => field.Name!)]
            : CaptureNames.Of(capture.Fields);
        for (int i = 0; i < names.Length; i++)
            Field(capture.Fields[i], names[i]);
        code.CallNamed(capture.Function, names.Length, capture.FunctionSpan);
    }

    /// <summary>Version 1: names and values in turn are the arguments.</summary>
    private void CapturePairs(BoundCapture capture)
    {
        if (capture.Fields.Length > rules.NamedFields)
        {
            diagnostics.Error(
                DiagnosticCodes.WrongArity,
                capture.FunctionSpan,
                $"'{capture.Function}' takes at most {rules.NamedFields} named fields in bytecode version 1, not {capture.Fields.Length}.");
            return;
        }

        foreach (BoundField field in capture.Fields)
            Field(field, field.Name!);
        code.Call(capture.Function, capture.Fields.Length * 2, capture.FunctionSpan);
    }

    private void Field(BoundField field, string name)
    {
        code.Constant(Constant.String(name), field.Name is null ? field.Value.Span : field.NameSpan);
        expressions.Value(field.Value);
    }

    private void CaptureValues(BoundCapture capture)
    {
        foreach (BoundField field in capture.Fields)
            expressions.Value(field.Value);
        code.Call(capture.Function, capture.Fields.Length, capture.FunctionSpan);
    }
}
