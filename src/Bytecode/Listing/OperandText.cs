using System.Globalization;
using System.Text;

namespace HogTrace.Bytecode;

/// <summary>The operands of an instruction as listings show them.</summary>
internal readonly struct OperandText(Program program) : IOperandVisitor
{
    private readonly StringBuilder _text = new();

    public void Constant(ushort index)
    {
        string content = index < program.Constants.Length ? ConstantText.Of(program.Constants[index]) : "?";
        Append($"{index} ({content})");
    }

    public void Count(byte count) => Append($"x{count}");

    public void Parts(byte bits, scoped ReadOnlySpan<string> names)
    {
        for (int i = 0; i < names.Length; i++)
        {
            if ((bits & (1 << i)) != 0)
                Append($"{names[i]}");
        }

        if (bits >> names.Length != 0)
            Append($"?{bits}");
    }

    public void Target(int offset) => Append($"-> {offset:d4}");

    public override string ToString() => _text.ToString();

    private void Append(FormattableString operand) =>
        _text.Append(_text.Length > 0 ? " " : "").Append(operand.ToString(CultureInfo.InvariantCulture));
}
