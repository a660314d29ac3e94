using HogTrace.Runtime;

namespace HogTrace.Tests.Conformance.Checking;

/// <summary>The operand stack: one value a slot, every access checked against the depth that the verifier proved.</summary>
internal sealed class CheckedStack(int maxDepth)
{
    // The request store's proxy is no value of the language; in a slot it is this object, which no program can reach.
    private static readonly object s_store = new();

    private readonly Value[] _slots = new Value[maxDepth];

    public int Depth { get; private set; }

    public void Push(Value value)
    {
        Assert.True(Depth < _slots.Length, "the stack is no deeper than the verifier says");
        _slots[Depth++] = value;
    }

    public void PushStore() => Push(Value.FromReference(s_store));

    public Value Pop()
    {
        Value value = Peek();
        Assert.False(ReferenceEquals(value.Reference, s_store), "the store's proxy is used as a value");
        _slots[--Depth] = Value.None;
        return value;
    }

    /// <summary>Pops the proxy if it is the top.</summary>
    public bool TryPopStore()
    {
        if (!ReferenceEquals(Peek().Reference, s_store))
            return false;
        _slots[--Depth] = Value.None;
        return true;
    }

    /// <summary>Pops so many values; the first is the one pushed first.</summary>
    public Value[] Pop(int count)
    {
        var values = new Value[count];
        for (int i = count - 1; i >= 0; i--)
            values[i] = Pop();
        return values;
    }

    private Value Peek()
    {
        Assert.True(Depth > 0, "the stack is not empty");
        return _slots[Depth - 1];
    }
}
