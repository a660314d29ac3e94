using System.Collections.Immutable;

namespace HogTrace.Runtime;

/// <summary>The members of an object.</summary>
public sealed class ObjectSnapshot : Snapshot
{
    internal ObjectSnapshot(string typeName, ImmutableArray<CapturedField> fields, int omitted)
    {
        TypeName = typeName;
        Fields = fields;
        Omitted = omitted;
    }

    /// <summary>The name of the object's type, as <c>typename</c> gives it.</summary>
    public string TypeName { get; }

    /// <summary>Members in order, the most derived type's first.</summary>
    public ImmutableArray<CapturedField> Fields { get; }

    /// <summary>How many members were left out.</summary>
    public int Omitted { get; }
}
