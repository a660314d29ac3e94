namespace HogTrace.Runtime;

/// <summary>Where values go: a node is a value or a name of the request store, an edge says that one goes into the other.</summary>
internal sealed class FlowGraph
{
    /// <summary>The node of every value that has nothing to do with a secret.</summary>
    public const int Clean = 0;

    /// <summary>The node that secrets come from.</summary>
    public const int Secret = 1;

    private readonly List<List<int>?> _edges = [null, null];
    private bool[] _reached = [];

    public int Add()
    {
        _edges.Add(null);
        return _edges.Count - 1;
    }

    public void Connect(int from, int to)
    {
        if (from != Clean && from != to)
            (_edges[from] ??= []).Add(to);
    }

    /// <summary>The node of a value made of two.</summary>
    public int Join(int left, int right)
    {
        if (left == right || right == Clean || left == Secret)
            return left;
        if (left == Clean || right == Secret)
            return right;
        int both = Add();
        Connect(left, both);
        Connect(right, both);
        return both;
    }

    /// <summary>Finds every node that a secret reaches.</summary>
    public void Spread()
    {
        _reached = new bool[_edges.Count];
        _reached[Secret] = true;
        var waiting = new Stack<int>([Secret]);
        while (waiting.TryPop(out int node))
        {
            foreach (int next in _edges[node] ?? [])
            {
                if (_reached[next])
                    continue;
                _reached[next] = true;
                waiting.Push(next);
            }
        }
    }

    public bool IsSecret(int node) => _reached[node];
}
