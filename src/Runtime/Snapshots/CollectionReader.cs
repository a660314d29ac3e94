using System.Collections;
using System.Runtime.CompilerServices;

namespace HogTrace.Runtime;

/// <summary>Walks a collection of a known shape. Its members throw what the collection throws.</summary>
internal sealed class CollectionReader
{
    private readonly MemberResolver _members;
    private readonly CopyShape _shape;
    private readonly object _source;
    private readonly IEnumerator? _items;
    private int _at = -1;

    public CollectionReader(object source, CopyShape shape, MemberResolver members)
    {
        _source = source;
        _shape = shape;
        _members = members;
        _items = source switch
        {
            Sequence or ITuple => null,
            Mapping mapping => mapping.Pairs.GetEnumerator(),
            IDictionary dictionary when shape == CopyShape.Mapping => dictionary.GetEnumerator(),
            _ => ((IEnumerable)source).GetEnumerator(),
        };
        Count = CountOf(source);
    }

    /// <summary>How many items there are; null where only walking would tell.</summary>
    public int? Count { get; }

    /// <summary>Whether a step may run code of the host: the language's own collections may stand over the host's.</summary>
    public bool CallsHost => _source is Sequence or Mapping;

    /// <summary>The key of the present pair; None in a list.</summary>
    public Value Key { get; private set; }

    public Value Item { get; private set; }

    public bool MoveNext()
    {
        _at++;
        if (_items is not null)
        {
            if (!_items.MoveNext())
                return false;
            Read(_items);
            return true;
        }

        if (_at >= Count)
            return false;
        Item = _source is ArgumentTuple { Secrets: { } secrets } && secrets[_at] ? Value.FromString(SecretNames.Redacted)
            : _source is Sequence sequence ? sequence[_at]
            : Value.FromObject(((ITuple)_source)[_at]);
        return true;
    }

    private void Read(IEnumerator items)
    {
        if (items is IEnumerator<KeyValuePair<Value, Value>> pairs)
        {
            (Key, Item) = pairs.Current;
        }
        else if (_shape == CopyShape.Mapping)
        {
            var entries = (IDictionaryEnumerator)items;
            Key = Value.FromObject(entries.Key);
            Item = Value.FromObject(entries.Value);
        }
        else if (_shape == CopyShape.Pairs)
        {
            object pair = items.Current!;
            Key = _members.Resolve(pair.GetType(), "Key").Getter!(pair);
            Item = _members.Resolve(pair.GetType(), "Value").Getter!(pair);
        }
        else
        {
            Item = Value.FromObject(items.Current);
        }
    }

    private int? CountOf(object source) => source switch
    {
        Sequence sequence => sequence.Count,
        Mapping mapping => mapping.Count,
        ICollection collection => collection.Count,
        ITuple tuple => tuple.Length,
        _ => _members.Resolve(source.GetType(), "Count") is { IsFound: true } count
            && count.Getter(source) is { IsInt: true } number ? (int)number.UnsafeInt : null,
    };
}
