using System.Globalization;

namespace HogTrace.Bytecode;

/// <summary>A piece of code and what it belongs to.</summary>
internal sealed record CodeScope(Program Program, Probe Probe, CodeBlock Block)
{
    public ReadOnlySpan<byte> Code => (Block == CodeBlock.Predicate ? Probe.Predicate : Probe.Body).AsSpan();

    public bool IsReferenceVersion => Program.Version == BytecodeVersion.Reference;

    /// <summary>The text of the constant that the instruction names, which has been checked to be text.</summary>
    public string Text(in Instruction instruction) => Program.Constants[instruction.Constant].Text!;

    public Rejection Reject(RejectionCode code, int offset, FormattableString message) =>
        new(code, Probe.Id, Block, offset, message.ToString(CultureInfo.InvariantCulture));
}
