using HogTrace.Bytecode;
using HogTrace.Parser.Binding;
using HogTrace.Parser.Diagnostics;
using HogTrace.Parser.Folding;
using HogTrace.Parser.Lowering;

namespace HogTrace.Parser;

/// <summary>From source text to a program: parse, bind, fold, lower.</summary>
internal static class ProgramCompiler
{
    public static CompileResult Compile(string source, CompileOptions options)
    {
        ParseResult parsed = SourceParser.Parse(source);
        var diagnostics = new DiagnosticList(source);
        diagnostics.AddRange(parsed.Diagnostics);
        BoundProgram bound = new Binder(diagnostics).Bind(parsed.Program);
        BoundProgram folded = new ConstantFolder(diagnostics, options.BytecodeVersion >= 2).Fold(bound);
        PredicateRules.Check(folded, diagnostics);

        Program? program = diagnostics.HasErrors
            ? null
            : new ProgramLowering(options.BytecodeVersion, diagnostics).Lower(options.Fold ? folded : bound);
        if (program is not null)
            program = WithSource(program, source, options, diagnostics);
        return new CompileResult(program, diagnostics.ToImmutable());
    }

    private static Program? WithSource(
        Program program, string source, CompileOptions options, DiagnosticList diagnostics)
    {
        if (program.Version >= 2)
            program = program with { SourceName = options.SourceName, SourceText = source };
        if (MessageLimit.Fit(program) is { } fitting)
            return fitting;
        diagnostics.Error(
            DiagnosticCodes.TooLarge,
            default,
            $"The program is too large: it compiles to more than {Limits.MessageBytes >> 10} KiB.");
        return null;
    }
}
