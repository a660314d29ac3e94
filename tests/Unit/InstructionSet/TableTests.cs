using HogTrace.Bytecode;
using Set = HogTrace.Bytecode.InstructionSet;

namespace HogTrace.Tests.Unit.InstructionSet;

public sealed class TableTests
{
    private const string Rewrite = "HOGTRACE_REWRITE_DOCS";

    [Fact]
    public void The_documentation_shows_the_table()
    {
        if (Environment.GetEnvironmentVariable(Rewrite) is { Length: > 0 } path)
            File.WriteAllText(path, Replace(File.ReadAllText(path)));
        else
            Assert.Contains(InstructionSetDocument.Markdown, Resource.Read("bytecode.md").ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_opcode_is_in_the_table_once() =>
        Assert.Equal(Enum.GetValues<Opcode>().Order(), Set.All.Select(info => info.Opcode));

    [Fact]
    public void What_is_written_is_read()
    {
        var writer = new CodeWriter();
        writer.CallFunc(0x1234, 9);
        int label = writer.JumpIfTrue();
        writer.Pop();
        Assert.True(writer.TryPatch(label));
        Assert.Equal<byte>([0x60, 0x34, 0x12, 9, 0x44, 1, 0, 0x02], writer.ToArray());
        Assert.True(InstructionDecoder.TryRead(writer.Code, 0, out Instruction call, out int length));
        Assert.Equal((new Instruction(Opcode.CallFunc, 0, 0x1234, 9, 0), 4), (call, length));
        Assert.True(InstructionDecoder.TryRead(writer.Code, 4, out Instruction jump, out _));
        Assert.Equal(new Instruction(Opcode.JumpIfTrue, 4, 0, 0, 1), jump);
    }

    [Fact]
    public void A_jump_reaches_so_far()
    {
        var writer = new CodeWriter();
        int label = writer.Jump();
        while (writer.Offset < label + 2 + ushort.MaxValue)
            writer.Pop();
        Assert.True(writer.TryPatch(label));
        writer.Pop();
        Assert.False(writer.TryPatch(label));
    }

    [Fact]
    public void No_part_of_an_instruction_is_read_as_one()
    {
        foreach (InstructionInfo info in Set.All)
        {
            byte[] code = new byte[info.Length];
            code[0] = (byte)info.Opcode;
            Assert.True(InstructionDecoder.TryRead(code, 0, out _, out int length));
            Assert.Equal(info.Length, length);
            for (int cut = 0; cut < info.Length; cut++)
                Assert.False(InstructionDecoder.TryRead(code.AsSpan(0, cut), 0, out _, out _));
        }
    }

    [Theory]
    [InlineData((byte)Opcode.GetSlice, 5, 3, 1)]
    [InlineData((byte)Opcode.CallNamed, 3, 6, 1)]
    [InlineData((byte)Opcode.CallFunc, 3, 3, 1)]
    [InlineData((byte)Opcode.Dup, 0, 1, 2)]
    [InlineData((byte)Opcode.SetAttr, 0, 2, 0)]
    public void Stack_effects_follow_their_notation(byte opcode, byte count, int pops, int pushes)
    {
        StackEffect effect = Set.Get((Opcode)opcode).Effect;
        Assert.Equal((pops, pushes), (effect.Pops(count), effect.Pushes));
    }

    /// <summary>Puts the table between the marks of the page.</summary>
    private static string Replace(string page)
    {
        const string begin = "<!-- instructions -->\n";
        const string end = "<!-- end of instructions -->";
        int start = page.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        return page[..start] + InstructionSetDocument.Markdown + page[page.IndexOf(end, StringComparison.Ordinal)..];
    }
}
