namespace HogTrace.Runtime;

/// <summary>
/// A read-only sequence of the language's own, such as <c>args</c>. One that stands over a host object runs the host's
/// code in its members, and throws what that throws.
/// </summary>
internal abstract class Sequence : ITypeNamed
{
    public virtual string TypeName => "List";

    public abstract int Count { get; }

    public abstract Value this[int index] { get; }
}
