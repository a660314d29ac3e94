using System.Collections.Immutable;
using System.Globalization;
using HogTrace.Bytecode;
using HogTrace.Parser.Binding;
using HogTrace.Parser.Diagnostics;
using HogTrace.Parser.Syntax;

namespace HogTrace.Parser.Lowering;

/// <summary>Lowers the probes of a program, which share one pool of constants.</summary>
internal sealed class ProgramLowering(uint version, DiagnosticList diagnostics)
{
    private readonly ConstantPool _pool = new();
    private readonly VersionRules _rules = new(version, diagnostics);

    /// <summary>The program without its source; null after an error was reported.</summary>
    public Program? Lower(BoundProgram program)
    {
        var probes = ImmutableArray.CreateBuilder<Probe>(program.Probes.Length);
        foreach (BoundProbe probe in program.Probes)
            probes.Add(Lower(probe, probes.Count));
        return diagnostics.HasErrors
            ? null
            : new Program { Version = version, Constants = _pool.ToImmutable(), Probes = probes.MoveToImmutable() };
    }

    private Probe Lower(BoundProbe probe, int index)
    {
        var code = new CodeEmitter(_pool);
        var expressions = new ExpressionLowering(code, _rules);
        var statements = new StatementLowering(code, expressions, _rules, diagnostics);

        CheckSpec(probe.Spec);
        Predicate(probe, code, expressions);
        ImmutableArray<byte> predicate = Take(code, probe.Spec.Span, "predicate");
        foreach (BoundStatement statement in probe.Body)
            statements.Lower(statement);
        ImmutableArray<byte> body = Take(code, probe.Spec.Span, "body");

        return new Probe
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"probe_{index}"),
            Specifier = probe.Spec.Target,
            Point = probe.Spec.Point,
            Offset = probe.Spec.Offset,
            Sampling = _rules.HasProbeExtensions ? probe.Sampling : null,
            Predicate = predicate,
            Body = body,
            Positions = _rules.HasProbeExtensions ? code.Positions() : [],
        };
    }

    private void Predicate(BoundProbe probe, CodeEmitter code, ExpressionLowering expressions)
    {
        if (!_rules.HasProbeExtensions && probe.Sampling is { } rate and < 1)
            SampledPredicate(probe, rate, code, expressions);
        else if (probe.Predicate is { } predicate)
            expressions.Value(predicate);
    }

    /// <summary>Version 1 has no rate: the predicate becomes <c>rand() &lt; rate &amp;&amp; predicate</c>, eagerly.</summary>
    private static void SampledPredicate(
        BoundProbe probe, double rate, CodeEmitter code, ExpressionLowering expressions)
    {
        SourceSpan span = probe.Spec.Span;
        code.Call(FunctionTable.Get(Function.Rand).Name, 0, span);
        code.Constant(Constant.Float(rate), span);
        code.Binary(BinaryOperator.Less, span);
        if (probe.Predicate is not { } predicate)
            return;

        expressions.Value(predicate);
        if (!BoundKinds.IsBool(predicate))
        {
            // And goes by truth, but a predicate passes on Bool True alone.
            code.Constant(Constant.Bool(true), predicate.Span);
            code.Binary(BinaryOperator.Equal, predicate.Span);
        }

        code.Binary(BinaryOperator.And, predicate.Span);
    }

    private void CheckSpec(SpecSyntax spec)
    {
        if (_rules.HasProbeExtensions)
            return;
        if (spec.Offset is not null)
            _rules.Require("an offset", spec.PointSpan);
        if (spec.Target.Split('.').Any(segment => segment.Contains('*', StringComparison.Ordinal) && segment != "*"))
        {
            diagnostics.Warning(
                DiagnosticCodes.PartialGlob,
                spec.TargetSpan,
                "Readers of bytecode version 1 may only know '*' as a whole segment.");
        }
    }

    private ImmutableArray<byte> Take(CodeEmitter code, SourceSpan span, string block)
    {
        if (code.BrokenLimit is { } limit)
            diagnostics.Error(DiagnosticCodes.TooLarge, span, $"The {block} of this probe is too large: {limit}.");
        return code.Take();
    }
}
