using System.Globalization;
using System.Reflection;
using System.Reflection.Emit;
using HogTrace.Bytecode;

namespace HogTrace.IlBackend.Emit;

/// <summary>
/// A listing for people: labels are numbered in the order that they stand in, those that nobody jumps to are left out,
/// arguments go by their names, and types as IL names them.
/// </summary>
internal sealed class IlText
{
    private const int LabelWidth = 5;
    private const int OpcodeWidth = 11;

    private static readonly Dictionary<Type, string> s_names = new()
    {
        [typeof(void)] = "void",
        [typeof(bool)] = "bool",
        [typeof(char)] = "char",
        [typeof(sbyte)] = "int8",
        [typeof(byte)] = "uint8",
        [typeof(short)] = "int16",
        [typeof(ushort)] = "uint16",
        [typeof(int)] = "int32",
        [typeof(uint)] = "uint32",
        [typeof(long)] = "int64",
        [typeof(ulong)] = "uint64",
        [typeof(float)] = "float32",
        [typeof(double)] = "float64",
        [typeof(string)] = "string",
        [typeof(object)] = "object",
    };

    private readonly IlListing _listing;
    private readonly Dictionary<Label, string> _labels = [];

    public IlText(IlListing listing)
    {
        _listing = listing;
        var lines = listing.Blocks.SelectMany(block => block.Lines).ToList();
        var targets = lines.Where(line => line.Code is not null).Select(line => line.Operand).OfType<Label>().ToHashSet();
        foreach (var line in lines)
        {
            if (line is { Code: null, Operand: Label label } && targets.Contains(label))
                _labels.TryAdd(label, string.Create(CultureInfo.InvariantCulture, $"L{_labels.Count + 1}"));
        }
    }

    /// <summary>The local variables, one a line.</summary>
    public IEnumerable<string> Locals => _listing.Locals.Select(local => $"{"",LabelWidth}{".local",-OpcodeWidth}{NameOf(local)} {NameOf(local.LocalType)}");

    /// <summary>Whether a block is jumped to or gone on into.</summary>
    public bool IsReached(IlBlock block)
    {
        if (block.Lines.Any(line => line is { Code: null, Operand: Label label } && _labels.ContainsKey(label)))
            return true;
        var before = _listing.Blocks.TakeWhile(other => other != block).SelectMany(other => other.Lines).LastOrDefault(line => line.Code is not null);
        return before.Code is not { FlowControl: FlowControl.Return or FlowControl.Branch };
    }

    /// <summary>The instructions of a block, one a line, each after its label.</summary>
    public IEnumerable<string> LinesOf(IlBlock block)
    {
        string label = "";
        foreach (var line in block.Lines)
        {
            if (line.Code is not { } code)
            {
                if (!_labels.TryGetValue((Label)line.Operand!, out string? name))
                    continue;
                if (label.Length > 0)
                    yield return label;
                label = $"{name}:";
                continue;
            }

            yield return $"{label,-LabelWidth}{code.Name,-OpcodeWidth}{Describe(code, line.Operand)}".TrimEnd();
            label = "";
        }
    }

    private string Describe(OpCode code, object? operand) => operand switch
    {
        null => "",
        int index when code == OpCodes.Ldarg && index < _listing.Arguments.Count => _listing.Arguments[index],
        Label label => _labels.GetValueOrDefault(label, "?"),
        LocalBuilder local => NameOf(local),
        FieldInfo field => $"{NameOf(field.FieldType)} {NameOf(field.DeclaringType!)}::{field.Name}",
        MethodInfo method => $"{NameOf(method.ReturnType)} {NameOf(method.DeclaringType!)}::{method.Name}({Join(method.GetParameters().Select(parameter => parameter.ParameterType))})",
        Type type => NameOf(type),
        string text => ConstantText.Quote(text),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => operand.ToString()!,
    };

    private static string NameOf(LocalBuilder local) => string.Create(CultureInfo.InvariantCulture, $"V{local.LocalIndex}");

    private static string NameOf(Type type)
    {
        if (s_names.TryGetValue(type, out string? name))
            return name;
        if (type.IsByRef)
            return $"{NameOf(type.GetElementType()!)}&";
        if (type.IsArray)
            return $"{NameOf(type.GetElementType()!)}[]";
        int tick = type.Name.LastIndexOf('`');
        return type.IsGenericType && tick > 0 ? $"{type.Name[..tick]}<{Join(type.GetGenericArguments())}>" : type.Name;
    }

    private static string Join(IEnumerable<Type> types) => string.Join(", ", types.Select(NameOf));
}
