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
        return new CompileResult(WithSource(program, source, options), diagnostics.ToImmutable());
    }

    private static Program? WithSource(Program? program, string source, CompileOptions options) =>
        program is null || program.Version < 2
            ? program
            : program with { SourceName = options.SourceName, SourceText = source };
}
