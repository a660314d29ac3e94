using System.Globalization;
using System.Text.Json;
using HogTrace.Bytecode;

namespace HogTrace.Tests.Conformance.Assembling;

/// <summary>The constants of a program that is assembled, each once, in the order in which they are first used.</summary>
internal sealed class ConstantPool
{
    private readonly List<Constant> _constants = [];

    public IReadOnlyList<Constant> Constants => _constants;

    /// <summary>The index of the constant that an operand of an instruction writes.</summary>
    public int IndexOf(InstructionInfo instruction, string text)
    {
        Constant constant = Parse(instruction, text);
        int index = _constants.IndexOf(constant);
        if (index >= 0)
            return index;
        _constants.Add(constant);
        return _constants.Count - 1;
    }

    // As listings show them; what an instruction calls by name is a constant of a kind of its own, or a quoted String.
    private static Constant Parse(InstructionInfo instruction, string text) => text switch
    {
        ['"', ..] => Constant.String(JsonSerializer.Deserialize<string>(text)!),
        _ when instruction.Constants != ConstantKinds.Value => instruction.Opcode switch
        {
            Opcode.CallFunc or Opcode.CallNamed => Constant.FunctionName(text),
            Opcode.LoadVar => Constant.Identifier(text),
            _ => Constant.FieldName(text),
        },
        "None" => Constant.None,
        "True" or "False" => Constant.Bool(text == "True"),
        _ when long.TryParse(text, CultureInfo.InvariantCulture, out long number) => Constant.Int(number),
        _ => Constant.Float(double.Parse(text, CultureInfo.InvariantCulture)),
    };
}
