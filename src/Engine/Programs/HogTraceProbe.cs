using HogTrace.Bytecode;
using HogTrace.Execution;

namespace HogTrace;

/// <summary>A probe of a compiled program.</summary>
public sealed class HogTraceProbe
{
    private readonly LineMap _lines;

    internal HogTraceProbe(HogTraceProgram program, VerifiedProbe verified, int index, LineMap lines)
    {
        Program = program;
        Verified = verified;
        Index = index;
        _lines = lines;
        Pattern = new Matching.TargetPattern(verified.Probe.Specifier);
    }

    /// <summary>The program it belongs to.</summary>
    public HogTraceProgram Program { get; }

    /// <summary>Its id, unique in the program.</summary>
    public string Id => Verified.Probe.Id;

    /// <summary>The target pattern, such as <c>Shop.*.Create</c>.</summary>
    public string Target => Verified.Probe.Specifier;

    /// <summary>Entry or exit.</summary>
    public ProbePoint Point => Verified.Probe.Point;

    /// <summary>N of <c>entry+N</c>, or null.</summary>
    public uint? Offset => Verified.Probe.Offset;

    /// <summary>The share of requests that it runs for: its own rate times the program's.</summary>
    public double Sampling => (Verified.Probe.Sampling ?? 1.0) * Program.Sampling;

    internal VerifiedProbe Verified { get; }

    internal int Index { get; }

    internal Matching.TargetPattern Pattern { get; }

    // The engine that ran the probe last keeps its prepared form here: a cache of one, replaced by a single write.
    internal DynamicProbe? Prepared { get; set; }

    /// <summary>Whether the probe stands at that point of a function of that name.</summary>
    public bool Matches(string function, ProbePoint point) => point == Point && Pattern.IsMatch(function);

    /// <summary>The source position of an instruction; line and column 0 when the program doesn't carry its source.</summary>
    internal (int Line, int Column) PositionOf(int instruction, bool isPredicate)
    {
        var code = isPredicate ? Verified.Predicate! : Verified.Body;
        int offset = instruction < code.Instructions.Length ? code.Instructions[instruction].Offset : 0;
        var block = isPredicate ? CodeBlock.Predicate : CodeBlock.Body;
        if (Program.Verified.Program.SourceText.Length == 0 || SourceMap.Find(Verified.Probe, block, offset) is not { } position)
            return (0, 0);
        var line = _lines.Position(position.SourceOffset);
        return (line.Line, line.Column);
    }
}
