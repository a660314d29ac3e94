using System.Collections.Concurrent;
using System.Collections.Immutable;
using HogTrace.Bytecode;

namespace HogTrace.Runtime;

/// <summary>The members of one type under one policy, and every name asked of it so far.</summary>
internal sealed class TypeMembers
{
    private readonly Type _type;
    private readonly MemberPolicy _policy;
    private readonly List<MemberCandidate> _members = [];
    private readonly string? _failure;
    private readonly ConcurrentDictionary<string, MemberLookup> _lookups = new(StringComparer.Ordinal);

    public TypeMembers(Type type, MemberPolicy policy)
    {
        _type = type;
        _policy = policy;
        DisplayName = TypeNames.Of(type);
        try
        {
            _members = MemberCatalog.Of(type);
        }
        catch (Exception thrown)
        {
            // Metadata can name types that don't load.
            _failure = $"the members of {DisplayName} can't be listed: {thrown.Message}";
        }

        Readable = [.. _members.Where(member => member.IsAllowed(policy)).Select(member => Find(member.Name))];
    }

    /// <summary>The type's name in messages.</summary>
    public string DisplayName { get; }

    /// <summary>Every member that may be read, in order.</summary>
    public ImmutableArray<MemberLookup> Readable { get; }

    public MemberLookup Find(string name)
    {
        if (_lookups.TryGetValue(name, out MemberLookup? known))
            return known;
        MemberLookup lookup = Resolve(name);

        // Two threads may both pass the test; the bound is then exceeded by one, which harms nothing.
        return _lookups.Count < Limits.CachedMembers ? _lookups.GetOrAdd(name, lookup) : lookup;
    }

    private MemberLookup Resolve(string name)
    {
        if (_failure is not null)
            return MemberLookup.Failed(_type, name, FaultKind.MissingAttribute, _failure);
        MemberCandidate? exact = _members.Find(member => member.Name == name);
        if (exact is not null && (exact.IsPublic || exact.IsAllowed(_policy)))
            return Judge(exact, name);

        List<MemberCandidate> alike = _members.FindAll(member => MemberNames.AreAlike(member.Name, name));
        return Choose(alike.FindAll(member => member.IsPublic), name)
            ?? Choose(alike.FindAll(member => member.IsAllowed(_policy)), name)
            ?? (exact is not null ? Judge(exact, name) : Choose(alike, name))
            ?? Missing(name);
    }

    private MemberLookup? Choose(List<MemberCandidate> alike, string name) => alike.Count switch
    {
        0 => null,
        1 => Judge(alike[0], name),
        _ => MemberLookup.Failed(_type, name, FaultKind.AmbiguousAttribute,
            $"'{name}' of {DisplayName} could be {string.Join(" or ", alike.Select(member => $"'{member.Name}'"))}"),
    };

    private MemberLookup Judge(MemberCandidate member, string name)
    {
        if (member.IsAllowed(_policy))
        {
            // One lookup a member, however it is spelt, so that its getter is compiled once.
            if (member.Name != name)
                return Find(member.Name);
            return MemberLookup.Found(_type, member.Name, member.Member, member.CallsHost);
        }

        string remedy = member.Needs is { } needs ? $"reading it needs the policy {needs}" : "no policy allows reading it";
        return MemberLookup.Failed(_type, name, FaultKind.ForbiddenAttribute,
            $"'{member.Name}' of {DisplayName} is {member.What}: {remedy}");
    }

    private MemberLookup Missing(string name)
    {
        string? nearest = NearestName.Find(name, Readable.Select(member => member.Name));
        string hint = nearest is null ? "" : $"; did you mean '{nearest}'?";
        return MemberLookup.Failed(_type, name, FaultKind.MissingAttribute, $"{DisplayName} has no attribute '{name}'{hint}");
    }
}
