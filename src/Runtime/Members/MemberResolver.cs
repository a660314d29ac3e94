using System.Runtime.CompilerServices;

namespace HogTrace.Runtime;

/// <summary>Finds the members of host types that a policy lets probes read. Thread safe.</summary>
internal sealed class MemberResolver
{
    // Keyed weakly: types of collectible assemblies go when nothing else holds them.
    private readonly ConditionalWeakTable<Type, TypeMembers> _types = [];
    private readonly Func<Type, TypeMembers> _create;

    public MemberResolver(MemberPolicy policy)
    {
        Policy = policy;
        _create = type => new TypeMembers(type, Policy);
    }

    public MemberPolicy Policy { get; }

    /// <summary>What the name means on objects of exactly this type. Never throws; cached.</summary>
    public MemberLookup Resolve(Type type, string name) => Of(type).Find(name);

    /// <summary>Resolves and compiles now, so that no run pays for it; for use when a probe is bound.</summary>
    public MemberLookup Prepare(Type type, string name)
    {
        MemberLookup lookup = Resolve(type, name);
        _ = lookup.Getter;
        return lookup;
    }

    public TypeMembers Of(Type type) => _types.TryGetValue(type, out TypeMembers? known) ? known : _types.GetOrAdd(type, _create);
}
