using System.Globalization;

namespace HogTrace.Bytecode;

/// <summary>The listing of one piece of code.</summary>
internal sealed class CodeListing(
    Program program, Probe probe, CodeBlock block, LineMap? lines, TextWriter output, IListingNotes? notes = null)
{
    private const int SourceColumn = 44;
    private const string NoteMargin = "          | ";

    private int _lastLine;

    public void Write()
    {
        output.WriteLine(block == CodeBlock.Predicate ? "  predicate" : "  body");
        ReadOnlySpan<byte> code = (block == CodeBlock.Predicate ? probe.Predicate : probe.Body).AsSpan();
        Write(notes?.Before(block));
        int index = 0;
        for (int offset = 0; offset < code.Length;)
        {
            string text = $".byte {code[offset]:x2}";
            if (InstructionDecoder.TryRead(code, offset, out Instruction instruction, out int length))
                text = Format(instruction);
            else
                length = 1;
            output.WriteLine(Line(offset, text));
            Write(notes?.Under(block, index++));
            offset += length;
        }

        Write(notes?.After(block));
    }

    private void Write(IEnumerable<string>? lines)
    {
        foreach (string note in lines ?? [])
            output.WriteLine($"{NoteMargin}{note}");
    }

    private string Format(in Instruction instruction)
    {
        var operands = new OperandText(program);
        InstructionOperands.Visit(ref operands, in instruction);
        return $"{InstructionSet.Get(instruction.Opcode).Name,-11} {operands}".TrimEnd();
    }

    private string Line(int offset, string text)
    {
        string line = string.Create(CultureInfo.InvariantCulture, $"    {offset:d4}  {text}");
        if (lines is null || SourceMap.Find(probe, block, offset) is not { } position)
            return line;
        LinePosition place = lines.Position(position.SourceOffset);
        string source = place.Line == _lastLine ? "" : $"  {ConstantText.Escape(lines.Line(place.Line).Trim().ToString())}";
        _lastLine = place.Line;
        return $"{line.PadRight(SourceColumn)}; {place}{source}";
    }
}
