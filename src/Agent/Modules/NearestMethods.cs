using System.Reflection;
using HogTrace.Bytecode;
using HogTrace.Matching;

namespace HogTrace.Agent.Modules;

/// <summary>Finds what a target that matches nothing was meant to be.</summary>
internal static class NearestMethods
{
    /// <summary>Names near to a target, nearest first; of a target whose method is a wildcard, targets with other types.</summary>
    public static IReadOnlyList<string> Of(MethodFilter filter, string target, IEnumerable<Assembly> assemblies)
    {
        string wanted = Short(target, filter.Method is not null);
        if (wanted.Contains('*', StringComparison.Ordinal))
            return [];
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var all = new MethodFilter(new TargetPattern("**"));
        foreach (var assembly in assemblies)
        {
            MethodScan.Find(assembly, [all], (_, name) =>
            {
                string full = filter.Method is not null ? name : name[..name.LastIndexOf('.')] + ".*";
                names.TryAdd(Short(full, filter.Method is not null), full);
                return names.Count < AgentLimits.NearestCandidates;
            });
        }

        var nearest = new List<string>();
        if (names.TryGetValue(wanted, out string? elsewhere))
            nearest.Add(elsewhere);
        while (nearest.Count < AgentLimits.NearestNames
            && NearestName.Find(wanted, names.Keys.Where(name => !nearest.Contains(names[name]))) is { } near)
            nearest.Add(names[near]);
        return nearest;
    }

    // Type and method, or the type alone: namespaces are seldom what is misspelt, and long.
    private static string Short(string name, bool hasMethod)
    {
        string[] segments = name.Split('.');
        return hasMethod ? string.Join('.', segments.TakeLast(2)) : segments.Length > 1 ? segments[^2] : name;
    }
}
