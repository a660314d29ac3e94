namespace HogTrace.Runtime;

/// <summary>
/// A bounded copy of an Object, or the mark of what was cut from one: an <see cref="ObjectSnapshot"/>,
/// <see cref="ListSnapshot"/>, <see cref="MappingSnapshot"/>, <see cref="TextSnapshot"/> or <see cref="CutSnapshot"/>.
/// Immutable; keeps nothing of the host.
/// </summary>
public abstract class Snapshot
{
    private protected Snapshot()
    {
    }
}
