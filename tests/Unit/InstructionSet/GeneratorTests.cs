using System.Collections.Immutable;
using HogTrace.InstructionSet.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HogTrace.Tests.Unit.InstructionSet;

public sealed class GeneratorTests
{
    private const string Usings = "global using System; global using System.Collections.Generic; global using System.Linq; namespace HogTrace.Bytecode;";

    private const string Row = "[InstructionTable] enum Opcode : byte { [Instruction(\"->\", \"Nothing.\")] Nop = 1, /*more*/ }";

    private const string Visitor = "struct V : IInstructionVisitor<int> { public int Nop(in Instruction i) => 0; }";

    [Fact]
    public void A_table_compiles_with_a_visitor_of_all_its_instructions() => Assert.Empty(Errors(Row, Visitor));

    [Fact]
    public void A_new_instruction_breaks_every_visitor_until_it_is_handled()
    {
        Diagnostic error = Assert.Single(Errors(Row.Replace("/*more*/", "[Instruction(\"v ->\", \"New.\")] Fresh = 2,", StringComparison.Ordinal), Visitor));
        Assert.Equal("CS0535", error.Id);
        Assert.Contains("Fresh", error.GetMessage(null), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Bare = 2")]
    [InlineData("[Instruction(\"v\", \"\")] NoArrow = 2")]
    [InlineData("[Instruction(\"->\", \"\")] Twin = 1")]
    [InlineData("[Instruction(\"v*n ->\", \"\")] NoCount = 2")]
    [InlineData("[Instruction(\"->\", \"\", Flow = ControlFlow.Jump)] NoDistance = 2")]
    public void A_mistake_in_the_table_is_an_error_at_its_row(string row)
    {
        Diagnostic error = Assert.Single(Errors(Row.Replace("/*more*/", row, StringComparison.Ordinal), Visitor));
        Assert.Equal("HTI001", error.Id);
        Assert.True(error.Location.GetLineSpan().IsValid);
    }

    [Fact]
    public void An_edit_elsewhere_generates_nothing_anew()
    {
        CSharpCompilation before = Compilation(Row, Visitor);
        GeneratorDriver driver = Driver().RunGenerators(before);
        driver = driver.RunGenerators(before.AddSyntaxTrees(Parse("class Elsewhere;")));
        Assert.Equal([IncrementalStepRunReason.Cached], Outputs(driver));

        SyntaxTree table = before.SyntaxTrees.Single(tree => tree.ToString().Contains("Nop = 1", StringComparison.Ordinal));
        driver = driver.RunGenerators(before.ReplaceSyntaxTree(table, Parse(Row + " // a comment")));
        Assert.Equal([IncrementalStepRunReason.Unchanged], Steps(driver));
        Assert.All(Outputs(driver), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    private static IEnumerable<IncrementalStepRunReason> Steps(GeneratorDriver driver) =>
        driver.GetRunResult().Results[0].TrackedSteps[InstructionSetGenerator.TableStep].SelectMany(step => step.Outputs).Select(output => output.Reason);

    private static IEnumerable<IncrementalStepRunReason> Outputs(GeneratorDriver driver) =>
        driver.GetRunResult().Results[0].TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(step => step.Outputs).Select(output => output.Reason).Distinct();

    private static ImmutableArray<Diagnostic> Errors(params string[] sources)
    {
        Driver().RunGeneratorsAndUpdateCompilation(Compilation(sources), out Compilation output, out ImmutableArray<Diagnostic> own);
        return [.. own.Concat(output.GetDiagnostics()).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];
    }

    private static CSharpGeneratorDriver Driver() => CSharpGeneratorDriver.Create(
        [new InstructionSetGenerator().AsSourceGenerator()],
        parseOptions: s_parse,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    private static readonly CSharpParseOptions s_parse = new(LanguageVersion.CSharp13);

    /// <summary>The given table and its consumers among the real declarations that the generated code needs.</summary>
    private static CSharpCompilation Compilation(params string[] sources)
    {
        IEnumerable<string> declarations = Resource.Names("Instructions/")
            .Where(name => !name.EndsWith("/Opcode.cs", StringComparison.Ordinal))
            .Select(name => Resource.Read(name));
        string[] trusted = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        return CSharpCompilation.Create(
            "Table",
            [Parse("", Usings), .. declarations.Select(text => Parse(text, "")), .. sources.Select(text => Parse(text))],
            trusted.Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal)).Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
    }

    private static SyntaxTree Parse(string text, string head = "namespace HogTrace.Bytecode;") =>
        CSharpSyntaxTree.ParseText($"{head}\n{text}", s_parse);
}
