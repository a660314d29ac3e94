namespace HogTrace.Runtime;

/// <summary>A list of values, filled by whoever makes it and then left alone.</summary>
internal sealed class ValueList : Sequence
{
    private readonly List<Value> _values;

    public ValueList(int capacity = 0) => _values = new(capacity);

    public override int Count => _values.Count;

    public override Value this[int index] => _values[index];

    public void Add(Value value) => _values.Add(value);
}
