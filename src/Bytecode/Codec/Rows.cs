using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace HogTrace.Bytecode;

/// <summary>
/// Structs that are read one after the other. The framework's own collections would be compiled anew, over these structs, in
/// every process; this is precompiled.
/// </summary>
internal sealed class Rows<T>
    where T : struct
{
    private T[] _rows = new T[8];

    public int Count { get; private set; }

    public void Add(in T row)
    {
        if (Count == _rows.Length)
            Grow(Count * 2);
        _rows[Count++] = row;
    }

    /// <summary>All of them; nothing may be added afterwards.</summary>
    public ImmutableArray<T> ToImmutable()
    {
        if (Count != _rows.Length)
            Grow(Count);
        return ImmutableCollectionsMarshal.AsImmutableArray(_rows);
    }

    private void Grow(int length)
    {
        var rows = new T[length];
        Array.Copy(_rows, rows, Count);
        _rows = rows;
    }
}
