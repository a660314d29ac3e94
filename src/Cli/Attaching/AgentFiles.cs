using System.Diagnostics.CodeAnalysis;
using HogTrace.IlRewriting.Plans;

namespace HogTrace.Cli.Attaching;

/// <summary>The files that are loaded into a process.</summary>
/// <param name="Hook">The assembly with the start-up hook.</param>
/// <param name="Profiler">The native library.</param>
internal sealed record AgentFiles(string Hook, string Profiler)
{
    /// <summary>A folder that takes the place of the one beside this program.</summary>
    public const string FolderVariable = "HOGTRACE_AGENT";

    public const string HookFile = "HogTrace.Bridge.dll";

    public static AgentFiles In(string folder) =>
        new(Path.Combine(folder, HookFile), Path.Combine(folder, ProfilerIdentity.LibraryFile));

    public static bool TryFind([NotNullWhen(true)] out AgentFiles? files, [NotNullWhen(false)] out string? error)
    {
        string? given = Environment.GetEnvironmentVariable(FolderVariable);
        string folder = Path.GetFullPath(string.IsNullOrEmpty(given) ? Path.Combine(AppContext.BaseDirectory, "agent") : given);
        files = In(folder);
        string? missing = new[] { files.Hook, files.Profiler }.FirstOrDefault(file => !File.Exists(file));
        error = missing is null ? null : $"the agent is not complete: {missing} is missing; build the whole solution, or install hogtrace again";
        return error is null;
    }
}
