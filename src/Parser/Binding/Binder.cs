using System.Collections.Immutable;
using HogTrace.Bytecode;
using HogTrace.Parser.Diagnostics;
using HogTrace.Parser.Syntax;

namespace HogTrace.Parser.Binding;

/// <summary>Checks the rules that the grammar cannot and resolves what they resolve.</summary>
internal sealed class Binder(DiagnosticList diagnostics)
{
    private readonly ExpressionBinder _expressions = new(diagnostics);

    public BoundProgram Bind(ProgramSyntax program)
    {
        if (program.Probes.Length > Limits.Probes)
        {
            diagnostics.Error(
                DiagnosticCodes.TooManyProbes,
                program.Probes[Limits.Probes].Spec.Span,
                $"A program holds at most {Limits.Probes} probes.");
        }

        var probes = ImmutableArray.CreateBuilder<BoundProbe>(program.Probes.Length);
        foreach (ProbeSyntax probe in program.Probes)
            probes.Add(Bind(probe));
        return new BoundProgram(probes.MoveToImmutable());
    }

    private BoundProbe Bind(ProbeSyntax probe)
    {
        _expressions.Point = probe.Spec.Point;
        CheckText(probe.Spec.Target, probe.Spec.TargetSpan);
        BoundExpression? predicate = probe.Predicate is null ? null : _expressions.Bind(probe.Predicate);
        SampleSyntax? sample = null;
        var body = ImmutableArray.CreateBuilder<BoundStatement>(probe.Body.Length);
        foreach (StatementSyntax statement in probe.Body)
        {
            switch (statement)
            {
                case AssignmentSyntax assignment:
                    body.Add(Bind(assignment));
                    break;
                case CaptureSyntax capture:
                    body.Add(Bind(capture));
                    break;
                case SampleSyntax again when sample is not null:
                    diagnostics.Error(DiagnosticCodes.RepeatedSample, again.Span, "A probe is sampled at most once.");
                    break;
                case SampleSyntax first:
                    sample = first;
                    CheckRate(first);
                    break;
            }
        }

        return new BoundProbe(probe.Span, probe.Spec, sample?.Rate, predicate, body.ToImmutable());
    }

    private BoundAssignment Bind(AssignmentSyntax assignment) =>
        new(assignment.Span, _expressions.Bind(assignment.Target), _expressions.Bind(assignment.Value));

    private BoundCapture Bind(CaptureSyntax capture)
    {
        FunctionEntry function = FunctionTable.Get(capture.IsSend ? Function.Send : Function.Capture);
        if (!function.Accepts(capture.Arguments.Length))
        {
            diagnostics.Error(
                DiagnosticCodes.WrongArity,
                capture.KeywordSpan,
                $"'{function.Name}' takes at most {function.MaxArguments} arguments, not {capture.Arguments.Length}.");
        }

        if (capture.IsNamed)
            CheckNames(capture.Arguments);
        ImmutableArray<BoundExpression> values = [.. capture.Arguments.Select(argument => _expressions.Bind(argument.Value))];
        ImmutableArray<BoundField> fields = capture.IsNamed
            ? [.. capture.Arguments.Zip(values, (argument, value) => new BoundField(argument.Name!, argument.NameSpan, value))]
            : [.. CaptureNames.Of(values).Zip(values, (name, value) => new BoundField(name, value.Span, value))];
        return new BoundCapture(capture.Span, function.Name, capture.KeywordSpan, capture.IsNamed, fields);
    }

    private void CheckNames(ImmutableArray<CaptureArgumentSyntax> arguments)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (CaptureArgumentSyntax argument in arguments)
        {
            CheckText(argument.Name!, argument.NameSpan);
            if (!names.Add(argument.Name!))
            {
                diagnostics.Error(
                    DiagnosticCodes.DuplicateField,
                    argument.NameSpan,
                    $"The field '{argument.Name}' is captured twice.");
            }
        }
    }

    private void CheckRate(SampleSyntax sample)
    {
        if (sample.Rate is > 0 and <= 1)
            return;
        diagnostics.Error(
            DiagnosticCodes.SampleRange,
            sample.RateSpan,
            "A sampling rate is above 0 and at most 100%.",
            "Write 'sample 10%;' or 'sample 1/100;'.");
    }

    private void CheckText(string text, SourceSpan span) => _expressions.CheckText(text, span);
}
