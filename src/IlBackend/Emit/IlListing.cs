using System.Reflection.Emit;

namespace HogTrace.IlBackend.Emit;

/// <summary>What a method is made of, kept while it is written, in blocks that say what they are for.</summary>
internal sealed class IlListing
{
    private readonly List<IlBlock> _blocks = [new IlBlock(IlBlockKind.Start, -1, "")];
    private readonly List<LocalBuilder> _locals = [];

    // A label belongs to what follows it, which may begin another block.
    private readonly List<IlLine> _labels = [];

    public IReadOnlyList<IlBlock> Blocks => _blocks;

    public IReadOnlyList<LocalBuilder> Locals => _locals;

    /// <summary>Names of the method's arguments.</summary>
    public IReadOnlyList<string> Arguments { get; set; } = [];

    public void Begin(IlBlock block) => _blocks.Add(block);

    public void Mark(Label label) => _labels.Add(new IlLine(null, label));

    public void Declare(LocalBuilder local) => _locals.Add(local);

    public void Add(OpCode code, object? operand)
    {
        _blocks[^1].Lines.AddRange(_labels);
        _labels.Clear();
        _blocks[^1].Lines.Add(new IlLine(code, operand));
    }
}
