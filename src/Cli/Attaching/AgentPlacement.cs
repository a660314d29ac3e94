using System.Diagnostics.CodeAnalysis;

namespace HogTrace.Cli.Attaching;

/// <summary>
/// The agent's files as a process sees them. A runtime that is told to load a start-up hook that it can't find, or whose
/// assembly it has already from elsewhere, throws in the program and ends it; so both are looked at before.
/// </summary>
/// <param name="Files">Under the names that the process has for them.</param>
/// <param name="IsLoaded">Whether the agent is in the process already.</param>
internal sealed record AgentPlacement(AgentFiles Files, bool IsLoaded)
{
    /// <summary>Finds the files that are to be loaded into a process: those that are, else those of this program.</summary>
    public static bool TryFind(
        TargetProcess target, [NotNullWhen(true)] out AgentPlacement? placement, [NotNullWhen(false)] out string? error)
    {
        placement = null;
        error = null;
        if (ProcessFiles.MappedPath(target.Id, AgentFiles.HookFile) is { } hook)
        {
            placement = new AgentPlacement(AgentFiles.In(Path.GetDirectoryName(hook)!), IsLoaded: true);
            return true;
        }

        if (!AgentFiles.TryFind(out var files, out error))
            return false;
        string? unseen = new[] { files.Hook, files.Profiler }.FirstOrDefault(file => !ProcessFiles.Sees(target.Id, file));
        if (unseen is not null)
        {
            error = $"{target} doesn't see {unseen}: it runs in another container or root folder, and the agent's folder"
                + $" has to be there under the same path ({AgentFiles.FolderVariable} names another); nothing was changed in it";
            return false;
        }

        placement = new AgentPlacement(files, IsLoaded: false);
        return true;
    }

    /// <summary>Why the profiler of the loaded agent can't be had; null when it can.</summary>
    public string? ReasonAgainstProfiler(TargetProcess target) => ProcessFiles.Sees(target.Id, Files.Profiler)
        ? null
        : $"the agent in {target} was loaded from {Path.GetDirectoryName(Files.Hook)}, which has gone: restart the process";
}
