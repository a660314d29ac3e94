using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace HogTrace.Arities.Generator;

/// <summary>Writes the types of fewer arguments that one of as many as there can be stands for.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class AritiesGenerator : IIncrementalGenerator
{
    /// <summary>The step whose output tests compare between runs.</summary>
    public const string TypesStep = "ArityTypes";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        context.RegisterPostInitializationOutput(static output =>
        {
            output.AddEmbeddedAttributeDefinition();
            output.AddSource(AritiesAttribute.Name + ".g.cs", SourceText.From(AritiesAttribute.Source, Encoding.UTF8));
        });
        IncrementalValuesProvider<ArityType> types = context.SyntaxProvider
            .ForAttributeWithMetadataName(AritiesAttribute.MetadataName, static (_, _) => true, static (attributed, _) => ArityType.FewerThan(attributed))
            .SelectMany(static (types, _) => types)
            .WithTrackingName(TypesStep);
        context.RegisterSourceOutput(types, static (output, type) => output.AddSource(type.Name + ".g.cs", SourceText.From(type.Source, Encoding.UTF8)));
    }
}
