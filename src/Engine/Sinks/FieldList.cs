using System.Collections;
using System.Collections.Immutable;
using HogTrace.Runtime;

namespace HogTrace;

/// <summary>The fields of a capture; the names are those of all captures of a place. Immutable.</summary>
internal sealed class FieldList(ImmutableArray<string> names, ReadOnlySpan<Value> values) : IReadOnlyList<CapturedField>
{
    private readonly Value[] _values = values.ToArray();

    public int Count => _values.Length;

    public CapturedField this[int index] => new(names[index], _values[index]);

    public IEnumerator<CapturedField> GetEnumerator()
    {
        for (int i = 0; i < _values.Length; i++)
            yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
