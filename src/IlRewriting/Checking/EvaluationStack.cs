namespace HogTrace.IlRewriting.Checking;

/// <summary>The types on the evaluation stack. It never changes, so that many points of a body can share what lies below.</summary>
internal sealed class EvaluationStack
{
    private readonly EvaluationStack? _below;

    private EvaluationStack(StackType top, EvaluationStack? below)
    {
        Top = top;
        _below = below;
        Depth = below is null ? 0 : below.Depth + 1;
    }

    public static EvaluationStack Empty { get; } = new(default, null);

    public int Depth { get; }

    /// <summary>Of the empty stack it has no meaning.</summary>
    public StackType Top { get; }

    public bool IsEmpty => _below is null;

    public EvaluationStack Push(StackType type) => new(type, this);

    /// <summary>The stack without its top; the empty one stays as it is.</summary>
    public EvaluationStack Pop() => _below ?? this;

    /// <summary>What holds either; null if they differ in depth or in a type.</summary>
    public EvaluationStack? Join(EvaluationStack other)
    {
        if (Depth != other.Depth)
            return null;
        List<StackType> tops = [];
        var (left, right) = (this, other);
        var unchanged = this;
        int changed = 0;
        for (; left != right && !left.IsEmpty; left = left.Pop(), right = right.Pop())
        {
            if (left.Top.Join(right.Top) is not { } type)
                return null;
            tops.Add(type);
            if (type == left.Top)
                continue;
            changed = tops.Count;
            unchanged = left.Pop();
        }

        // What lies below the lowest change is kept: the same object says that nothing changed.
        for (int i = changed - 1; i >= 0; i--)
            unchanged = unchanged.Push(tops[i]);
        return unchanged;
    }

    public override string ToString()
    {
        List<string> types = [];
        for (var cell = this; !cell.IsEmpty; cell = cell.Pop())
            types.Add(cell.Top.ToString());
        types.Reverse();
        return $"[{string.Join(", ", types)}]";
    }
}
