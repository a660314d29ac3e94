namespace HogTrace.Bytecode;

/// <summary>What the verifier knows of the operand stack at the instruction that it looks at.</summary>
/// <remarks>
/// One array serves all paths. Jumps go forward only and the verifier walks the code in order, so a slot that
/// nothing between a jump and its target has touched holds there what it held at the jump, on every path; of the
/// slots above it only forgets what they hold. Meeting paths thus costs no copy of the stack for each jump.
/// </remarks>
internal sealed class AbstractStack
{
    private const int Value = -1;
    private const int Proxy = -2;

    // A constant's index where the slot holds that String, pushed by PushConst; else Value or Proxy.
    private readonly int[] _slots = new int[Limits.StackDepth];

    // Slots that hold a proxy, ascending.
    private readonly List<int> _proxies = [];

    // Lowest slot touched since an instruction: indexes and slots both ascend.
    private readonly List<(int Index, int Slot)> _touched = [];

    public int Depth { get; private set; }

    public int MaxDepth { get; private set; }

    /// <summary>The highest slot that holds a proxy; -1 when none does.</summary>
    public int TopProxy => _proxies.Count > 0 ? _proxies[^1] : -1;

    public bool HasProxyAbove(int slot) => TopProxy > slot;

    public bool IsProxy(int slot) => _slots[slot] == Proxy;

    /// <summary>The index of the String constant in the slot, or -1.</summary>
    public int StringAt(int slot) => Math.Max(_slots[slot], -1);

    public void Pop(int index, int count)
    {
        Depth -= count;
        ForgetProxies(Depth);
        Touch(index, Depth);
    }

    /// <summary>False when the stack is full.</summary>
    public bool TryPushValue() => TryPush(Value);

    /// <inheritdoc cref="TryPushValue"/>
    public bool TryPushString(int constant) => TryPush(constant);

    /// <inheritdoc cref="TryPushValue"/>
    public bool TryPushProxy()
    {
        _proxies.Add(Depth);
        return TryPush(Proxy);
    }

    /// <summary>Takes on what holds before an instruction where paths meet; the earliest of them left at the jump of that index.</summary>
    /// <returns>False when a proxy lies in a slot that may hold something else on another path.</returns>
    public bool TryMeet(int index, int depth, int earliestJump, int topProxy)
    {
        int kept = Math.Min(depth, LowestTouchedAfter(earliestJump));
        if (topProxy >= kept)
            return false;
        Depth = depth;
        _slots.AsSpan(kept, depth - kept).Fill(Value);
        ForgetProxies(kept);
        // The path walked so far may have ended in a jump: its slots are then not those of the paths that meet here,
        // and a jump from it that lands farther on must find them changed.
        Touch(index, kept);
        return true;
    }

    private void Touch(int index, int slot)
    {
        while (_touched.Count > 0 && _touched[^1].Slot >= slot)
            _touched.RemoveAt(_touched.Count - 1);
        _touched.Add((index, slot));
    }

    private bool TryPush(int what)
    {
        if (Depth == _slots.Length)
            return false;
        _slots[Depth++] = what;
        MaxDepth = Math.Max(MaxDepth, Depth);
        return true;
    }

    private void ForgetProxies(int from)
    {
        while (TopProxy >= from)
            _proxies.RemoveAt(_proxies.Count - 1);
    }

    private int LowestTouchedAfter(int index)
    {
        int low = 0;
        int high = _touched.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_touched[middle].Index > index)
                high = middle;
            else
                low = middle + 1;
        }

        return low < _touched.Count ? _touched[low].Slot : int.MaxValue;
    }
}
