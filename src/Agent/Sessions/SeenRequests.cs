namespace HogTrace.Agent.Sessions;

/// <summary>Remembers the requests that came last, so many and no more.</summary>
internal sealed class SeenRequests
{
    private readonly HashSet<string> _names = [];
    private readonly Queue<string> _inOrder = [];

    /// <summary>How many are remembered.</summary>
    public int Count => _names.Count;

    /// <summary>Adds one; false when it is remembered already.</summary>
    public bool TryAdd(string name)
    {
        if (!_names.Add(name))
            return false;
        _inOrder.Enqueue(name);
        if (_inOrder.Count > AgentLimits.RememberedRequests)
            _names.Remove(_inOrder.Dequeue());
        return true;
    }
}
