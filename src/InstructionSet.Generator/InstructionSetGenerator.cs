using System.Text;
using HogTrace.InstructionSet.Generator.Emit;
using HogTrace.InstructionSet.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace HogTrace.InstructionSet.Generator;

/// <summary>Derives from the instruction table all that follows from it; never semantics.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class InstructionSetGenerator : IIncrementalGenerator
{
    /// <summary>The step whose output tests compare between runs.</summary>
    public const string TableStep = "InstructionTable";

    private const string TableAttribute = "HogTrace.Bytecode.InstructionTableAttribute";

    private static readonly DiagnosticDescriptor s_badRow = new(
        "HTI001", "Instruction table", "{0}", "Bytecode", DiagnosticSeverity.Error, isEnabledByDefault: true);

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<InstructionTable> tables = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                TableAttribute,
                static (_, _) => true,
                static (attributed, _) => InstructionTable.Read((INamedTypeSymbol)attributed.TargetSymbol))
            .WithTrackingName(TableStep);
        context.RegisterSourceOutput(tables, Generate);
    }

    private static void Generate(SourceProductionContext context, InstructionTable table)
    {
        foreach (Problem problem in table.Problems)
            context.ReportDiagnostic(problem.ToDiagnostic(s_badRow));

        Add("InstructionSet", MetadataEmitter.Emit(table));
        Add("InstructionDecoder", DecoderEmitter.Emit(table));
        Add("CodeWriter", WriterEmitter.Emit(table));
        Add("InstructionOperands", OperandsEmitter.Emit(table));
        Add("IInstructionVisitor", VisitorEmitter.EmitInterface(table));
        Add("InstructionDispatch", VisitorEmitter.EmitDispatch(table));
        Add("InstructionSetDocument", DocumentEmitter.Emit(table));

        void Add(string name, string source) => context.AddSource(name + ".g.cs", SourceText.From(source, Encoding.UTF8));
    }
}
