using System.Globalization;
using System.Text;
using HogTrace.Bytecode;
using HogTrace.Parser.Syntax;

namespace HogTrace.Parser.Formatting;

/// <summary>Prints a syntax tree as source, with the parentheses of the tree and those it needs to be read back.</summary>
internal sealed class SyntaxPrinter
{
    private readonly StringBuilder _text = new();

    private SyntaxPrinter()
    {
    }

    public static string Print(ProgramSyntax program)
    {
        var printer = new SyntaxPrinter();
        foreach (var probe in program.Probes)
            printer.Write(probe);
        return printer._text.ToString();
    }

    private void Write(ProbeSyntax probe)
    {
        var spec = probe.Spec;
        _text.Append(CultureInfo.InvariantCulture, $"{spec.Provider}:{spec.Target}:{(spec.Point == ProbePoint.Entry ? "entry" : "exit")}");
        if (spec.Offset is { } offset)
            _text.Append(CultureInfo.InvariantCulture, $"+{offset}");
        if (probe.Predicate is { } predicate)
            _text.Append(" / ").Append(ExpressionPrinter.Print(predicate, slashEnds: true)).Append(" /");
        _text.Append(" {");
        foreach (var statement in probe.Body)
            Write(statement);
        _text.Append(" }\n");
    }

    private void Write(StatementSyntax statement)
    {
        switch (statement)
        {
            case AssignmentSyntax assignment:
                _text.Append(' ').Append(ExpressionPrinter.Print(assignment.Target))
                    .Append(" = ").Append(ExpressionPrinter.Print(assignment.Value)).Append(';');
                break;
            case SampleSyntax sample:
                _text.Append(" sample ").Append(NumberText.Rate(sample.Rate)).Append(';');
                break;
            case CaptureSyntax capture:
                _text.Append(capture.IsSend ? " send(" : " capture(").AppendJoin(", ", capture.Arguments.Select(Argument)).Append(");");
                break;
        }
    }

    private static string Argument(CaptureArgumentSyntax argument) =>
        (argument.Name is null ? "" : argument.Name + "=") + ExpressionPrinter.Print(argument.Value);
}
