using System.Globalization;
using System.Reflection;
using System.Reflection.Emit;

namespace HogTrace.IlBackend.Emit;

/// <summary>The instructions of a method as text, while they are written.</summary>
internal sealed class IlListing
{
    private readonly List<string> _lines = [];

    /// <summary>Locals, instructions, labels, and explanations, which begin with <c>//</c>.</summary>
    public IReadOnlyList<string> Lines => _lines;

    public void Explain(string text) => _lines.Add($"// {text}");

    public void Mark(Label label) => _lines.Add($"{NameOf(label)}:");

    public void Declare(LocalBuilder local) => _lines.Add($"  .local {NameOf(local)} {NameOf(local.LocalType)}");

    public void Add(OpCode code, object? operand) =>
        _lines.Add(operand is null ? $"  {code.Name}" : $"  {code.Name,-10} {Describe(operand)}");

    private static string Describe(object operand) => operand switch
    {
        Label label => NameOf(label),
        LocalBuilder local => NameOf(local),
        FieldInfo field => $"{NameOf(field.FieldType)} {NameOf(field.DeclaringType!)}::{field.Name}",
        MethodInfo method => $"{NameOf(method.ReturnType)} {NameOf(method.DeclaringType!)}::{method.Name}",
        Type type => NameOf(type),
        string text => $"\"{text.ReplaceLineEndings("\\n")}\"",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => operand.ToString()!,
    };

    private static string NameOf(Label label) => string.Create(CultureInfo.InvariantCulture, $"L{label.Id}");

    private static string NameOf(LocalBuilder local) => string.Create(CultureInfo.InvariantCulture, $"V{local.LocalIndex}");

    private static string NameOf(Type type) => type.IsGenericType
        ? $"{type.Name[..Math.Max(1, type.Name.LastIndexOf('`'))]}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>"
        : type.Name;
}
