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
        foreach (BoundField field in capture.Fields)
            Field(field);
        code.CallNamed(capture.Function, capture.Fields.Length, capture.FunctionSpan);
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
            Field(field);
        code.Call(capture.Function, capture.Fields.Length * 2, capture.FunctionSpan);
    }

    private void Field(BoundField field)
    {
        code.Constant(Constant.String(field.Name), field.NameSpan);
        expressions.Value(field.Value);
    }

    private void CaptureValues(BoundCapture capture)
    {
        CheckReadAsNames(capture.Fields);
        foreach (BoundField field in capture.Fields)
            expressions.Value(field.Value);
        code.Call(capture.Function, capture.Fields.Length, capture.FunctionSpan);
    }

    /// <summary>Version 1 takes strings at every other position for names, and those are distinct.</summary>
    private void CheckReadAsNames(ImmutableArray<BoundField> fields)
    {
        BoundField[] places = [.. fields.Where((_, i) => i % 2 == 0)];
        if (fields.Length % 2 != 0 || !places.All(field => field.Value is BoundConstant { Value.Kind: ConstantKind.String }))
            return;
        var names = new HashSet<Constant>();
        foreach (BoundField field in places)
        {
            if (field.Value is BoundConstant { Value: var name } && !names.Add(name))
            {
                diagnostics.Error(
                    DiagnosticCodes.DuplicateField,
                    field.Value.Span,
                    "Bytecode version 1 takes this string for the name of a field, and it is captured twice.",
                    "Give the fields names, as in capture(a=…), or compile to version 2.");
            }
        }
    }
}
