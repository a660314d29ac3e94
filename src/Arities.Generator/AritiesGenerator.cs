using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace HogTrace.Arities.Generator;

/// <summary>Writes the types of fewer arguments that one of eight stands for.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class AritiesGenerator : IIncrementalGenerator
{
    /// <summary>The step whose output tests compare between runs.</summary>
    public const string TypesStep = "ArityTypes";

    private const string Attribute = "HogTrace.AritiesAttribute";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<ArityType> types = context.SyntaxProvider
            .ForAttributeWithMetadataName(Attribute, static (_, _) => true, static (attributed, _) => AllOf((TypeDeclarationSyntax)attributed.TargetNode))
            .SelectMany(static (types, _) => types)
            .WithTrackingName(TypesStep);
        context.RegisterSourceOutput(types, static (output, type) => output.AddSource(type.Name + ".g.cs", SourceText.From(type.Source, Encoding.UTF8)));
    }

    private static ImmutableArray<ArityType> AllOf(TypeDeclarationSyntax type) =>
        [.. Enumerable.Range(1, type.TypeParameterList!.Parameters.Count - 1).Select(arity => ArityType.Of(type, arity))];
}
