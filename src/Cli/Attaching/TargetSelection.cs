using System.Diagnostics.CodeAnalysis;
using HogTrace.Bytecode;

namespace HogTrace.Cli.Attaching;

/// <summary>Finds the one process that is meant.</summary>
internal static class TargetSelection
{
    private const int ShownCandidates = 10;

    public static bool TryById(int id, [NotNullWhen(true)] out TargetProcess? process, [NotNullWhen(false)] out string? error)
    {
        error = null;
        process = ProcessDiscovery.Find(id);
        if (process is not null)
            return IsTraceable(process, out error);
        error = $"there is no process {id}";
        return false;
    }

    /// <summary>By the name of the main assembly or of the process; case counts only if that tells them apart.</summary>
    public static bool TryByName(
        string name, IReadOnlyList<TargetProcess> processes,
        [NotNullWhen(true)] out TargetProcess? process, [NotNullWhen(false)] out string? error)
    {
        error = null;
        process = null;
        var found = Matches(processes, name);
        // Of several with one name, those that can't be traced are not meant.
        if (found.Length > 1 && found.Where(candidate => candidate.Obstacle is null).ToArray() is { Length: > 0 } traceable)
            found = traceable;
        if (found.Length == 1)
        {
            process = found[0];
            return IsTraceable(process, out error);
        }

        error = found.Length == 0 ? NotFound(name, processes) : Ambiguous(name, found);
        return false;
    }

    private static TargetProcess[] Matches(IReadOnlyList<TargetProcess> processes, string name)
    {
        TargetProcess[] exact = [.. processes.Where(process => Names(process).Contains(name, StringComparer.Ordinal))];
        if (exact.Length > 0)
            return exact;
        return [.. processes.Where(process => Names(process).Contains(name, StringComparer.OrdinalIgnoreCase))];
    }

    private static string[] Names(TargetProcess process) => [process.Name, process.ProcessName];

    private static bool IsTraceable(TargetProcess process, [NotNullWhen(false)] out string? error)
    {
        error = process.Obstacle is { } obstacle ? $"{process} can't be traced: {obstacle}" : null;
        return error is null;
    }

    private static string Ambiguous(string name, TargetProcess[] found) =>
        $"'{name}' is the name of {found.Length} processes; choose one with -p: "
        + string.Join(", ", found.Take(ShownCandidates).Select(process => process.ToString()))
        + (found.Length > ShownCandidates ? ", …" : "");

    private static string NotFound(string name, IReadOnlyList<TargetProcess> processes)
    {
        string? nearest = NearestName.Find(name, processes.SelectMany(Names).Distinct());
        if (nearest is not null)
            return $"no .NET process is called '{name}'; did you mean '{nearest}'?";
        return processes.Count == 0
            ? $"no .NET process is called '{name}'; none is running"
            : $"no .NET process is called '{name}'; running are "
                + string.Join(", ", processes.Take(ShownCandidates).Select(process => process.ToString()));
    }
}
