using System.Globalization;

namespace HogTrace.IlRewriting.Bodies;

/// <summary>An instruction of a body that is taken apart. Targets are instructions, so that offsets may change.</summary>
internal sealed class Instruction(Opcode opcode, long operand = 0)
{
    public Opcode Opcode { get; set; } = opcode;

    /// <summary>What follows the opcode, the bits of floats included; 0 for targets.</summary>
    public long Operand { get; set; } = operand;

    /// <summary>Where a branch goes.</summary>
    public Instruction? Target { get; set; }

    /// <summary>Where a switch goes.</summary>
    public Instruction[] Targets { get; set; } = [];

    /// <summary>Where it is: in the body that was read, then in the one that was written.</summary>
    public int Offset { get; set; }

    /// <summary>Where it was in the body that was read; below zero if it wasn't there.</summary>
    public int OriginalOffset { get; init; } = -1;

    /// <summary>Its position in the body that was read.</summary>
    public int Index { get; set; }

    public OpcodeFacts Facts => OpcodeTable.Facts(Opcode);

    /// <summary>How many bytes it takes.</summary>
    public int Size
    {
        get
        {
            var facts = Facts;
            return facts.Size + facts.Operand switch
            {
                OperandKind.None => 0,
                OperandKind.Int8 or OperandKind.Variable8 or OperandKind.Target8 => sizeof(byte),
                OperandKind.Variable16 => sizeof(ushort),
                OperandKind.Int64 or OperandKind.Float64 => sizeof(long),
                OperandKind.Targets => sizeof(int) * (1 + Targets.Length),
                _ => sizeof(int),
            };
        }
    }

    public override string ToString()
    {
        var facts = Facts;
        string operand = facts.Operand switch
        {
            OperandKind.None => "",
            OperandKind.Target32 => $" {Label(Target!)}",
            OperandKind.Targets => $" ({string.Join(", ", Targets.Select(Label))})",
            OperandKind.Token => string.Create(CultureInfo.InvariantCulture, $" {(int)Operand:X8}"),
            _ => string.Create(CultureInfo.InvariantCulture, $" {Operand}"),
        };
        return $"{Label(this)} {facts.Name}{operand}";
    }

    private static string Label(Instruction target) => string.Create(CultureInfo.InvariantCulture, $"IL_{target.Offset:X4}");
}
