namespace HogTrace.Runtime;

/// <summary>A read-only mapping of the language's own, such as <c>kwargs</c>. Its attributes are its String keys.</summary>
internal abstract class Mapping : ITypeNamed
{
    public virtual string TypeName => "Mapping";

    /// <summary>What <c>str</c> gives; null for the type's name.</summary>
    public virtual string? Text => null;

    public abstract int Count { get; }

    /// <summary>The pairs, in the mapping's order.</summary>
    public abstract IEnumerable<KeyValuePair<Value, Value>> Pairs { get; }

    public abstract bool TryGet(in Value key, out Value value);
}
