namespace HogTrace.Parser.Lowering;

/// <summary>A place that jumps lead to, which lies ahead of all of them.</summary>
internal sealed class JumpLabel
{
    /// <summary>The jumps yet to be told the distance.</summary>
    public List<int> Jumps { get; } = [];

    /// <summary>Stack depth where the jumps left, equal for all.</summary>
    public int Depth { get; set; }
}
