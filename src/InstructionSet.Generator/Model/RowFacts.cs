using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HogTrace.InstructionSet.Generator.Model;

/// <summary>Reads the arguments of one <c>[Instruction]</c>.</summary>
internal readonly struct RowFacts(AttributeData row)
{
    public string Stack => row.ConstructorArguments[0].Value as string ?? "";

    public string Meaning => row.ConstructorArguments[1].Value as string ?? "";

    public OperandSet Operands => (OperandSet)Convert.ToInt32(Named("Operands").Value ?? 0, null);

    public int Since => Named("Since").Value as int? ?? 1;

    public bool CanFault => Named("CanFault").Value is true;

    public bool IsForbidden => Named("IsForbidden").Value is true;

    /// <summary>The value as a C# expression; <c>default</c> when it is not given.</summary>
    public string Enum(string name) => Named(name) is { Kind: TypedConstantKind.Enum } value && Convert.ToInt32(value.Value, null) != 0
        ? value.ToCSharpString()
        : "default";

    private TypedConstant Named(string name)
    {
        foreach (KeyValuePair<string, TypedConstant> argument in row.NamedArguments)
        {
            if (argument.Key == name)
                return argument.Value;
        }

        return default;
    }
}
