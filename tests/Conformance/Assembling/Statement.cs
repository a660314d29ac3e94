using System.Globalization;
using HogTrace.Bytecode;

namespace HogTrace.Tests.Conformance.Assembling;

/// <summary>An instruction as written, or a label that stands alone.</summary>
internal sealed record Statement(string Text, string? Label, InstructionInfo? Info, string[] Operands)
{
    private static readonly Dictionary<string, InstructionInfo> s_instructions = InstructionSet.All.ToDictionary(info => info.Name);

    // Their order is that of their bits.
    private static readonly string[] s_parts = ["start", "stop", "step"];

    public int Length => Info?.Length ?? 0;

    public static List<Statement> ParseAll(string text) =>
        [.. text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Parse)];

    /// <summary>Appends its bytes; labels are given as offsets in the same code.</summary>
    public void Encode(List<byte> code, ConstantPool pool, IReadOnlyDictionary<string, int> labels)
    {
        int next = code.Count + Length;
        var operands = new Queue<string>(Operands);
        code.Add((byte)Info!.Opcode);
        if (Info.Operands.HasFlag(HogTrace.Bytecode.Operands.Constant))
            AddUInt16(code, pool.IndexOf(Info, operands.Dequeue()));
        if (Info.Effect.OptionalPops > 0)
            code.Add((byte)s_parts.Select((part, bit) => Operands.Contains(part) ? 1 << bit : 0).Sum());
        else if (Info.Operands.HasFlag(HogTrace.Bytecode.Operands.Count))
            code.Add(byte.Parse(operands.Dequeue().AsSpan(1), CultureInfo.InvariantCulture));
        if (Info.Operands.HasFlag(HogTrace.Bytecode.Operands.Distance))
            AddUInt16(code, labels[operands.Dequeue()] - next);
        if (operands.Count > 0 && Info.Effect.OptionalPops == 0)
            throw new InvalidDataException($"too many operands: {Text}");
    }

    private static Statement Parse(string text)
    {
        string rest = text;
        string? label = null;
        if (text.Split(' ', 2) is [[.. var name, ':'], ..])
            (label, rest) = (name, text[(name.Length + 1)..].TrimStart());
        if (rest.Length == 0)
            return new Statement(text, label, null, []);
        string[] words = Words(rest);
        return s_instructions.TryGetValue(words[0], out InstructionInfo? info)
            ? new Statement(text, label, info, [.. words[1..].Where(word => word != "->")])
            : throw new InvalidDataException($"there is no {words[0]}");
    }

    // A quoted String is one word, whatever is in it.
    private static string[] Words(string text)
    {
        int quote = text.IndexOf('"', StringComparison.Ordinal);
        if (quote < 0)
            return text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int end = text.LastIndexOf('"') + 1;
        return [.. Words(text[..quote]), text[quote..end], .. Words(text[end..])];
    }

    private static void AddUInt16(List<byte> code, int value)
    {
        ushort checkedValue = checked((ushort)value);
        code.Add((byte)checkedValue);
        code.Add((byte)(checkedValue >> 8));
    }
}
