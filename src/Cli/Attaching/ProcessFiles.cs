using System.Diagnostics;
using System.Text;

namespace HogTrace.Cli.Attaching;

/// <summary>What Linux tells of a process through <c>/proc</c>; nothing elsewhere, and nothing of what may not be read.</summary>
internal static class ProcessFiles
{
    private const string Replaced = " (deleted)";

    /// <summary>Whether there is such a process; one that has ended and waits for its parent is none.</summary>
    public static bool IsRunning(int processId)
    {
        if (OperatingSystem.IsLinux() && Read(processId, "cmdline").Length == 0)
            return false;
        try
        {
            using var process = Process.GetProcessById(processId);
            return !process.HasExited;
        }
        catch (Exception failure) when (failure is ArgumentException or InvalidOperationException)
        {
            return false;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return true;
        }
    }

    /// <summary>Where the process keeps its temporary files, its diagnostics port among them.</summary>
    public static string? TemporaryFolderOf(int processId) =>
        EnvironmentOf(processId) is { Length: > 0 } environment
            ? Variable(environment, "TMPDIR") ?? "/tmp"
            : null;

    /// <summary>Whether the process was told not to listen for diagnostics.</summary>
    public static bool HasDiagnosticsOff(int processId) =>
        Setting(processId, "EnableDiagnostics") == "0" || Setting(processId, "EnableDiagnostics_IPC") == "0";

    /// <summary>Whether a runtime is loaded; false for one that is linked into the program.</summary>
    public static bool HasRuntime(int processId) => Read(processId, "maps").Contains("/libcoreclr.so", StringComparison.Ordinal);

    /// <summary>
    /// Whether a process with a diagnostics port has no compiler in it: neither a runtime's library nor, where the runtime
    /// is linked into the program, the mapping that it writes code through. Asking it would be surer, but the runtime has
    /// no question for that which is safe to ask.
    /// </summary>
    public static bool IsAheadOfTime(int processId)
    {
        string maps = Read(processId, "maps");
        return maps.Length > 0 && !maps.Contains("/libcoreclr.so", StringComparison.Ordinal)
            && !maps.Contains("/memfd:doublemapper", StringComparison.Ordinal)
            && Setting(processId, "EnableWriteXorExecute") != "0";
    }

    /// <summary>Whether what a process shows only its user is hidden.</summary>
    public static bool IsForeign(int processId)
    {
        try
        {
            using var file = File.OpenRead($"/proc/{processId}/environ");
            return false;
        }
        catch (UnauthorizedAccessException)
        {
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>
    /// Whether a file is there as the process sees it, which may live in another container. False when that can't be told.
    /// </summary>
    public static bool Sees(int processId, string path) => File.Exists(OperatingSystem.IsLinux() ? $"/proc/{processId}/root{path}" : path);

    /// <summary>Where a file that the process has mapped lies, as the process sees it; null when it has none of that name.</summary>
    public static string? MappedPath(int processId, string fileName)
    {
        foreach (string line in Read(processId, "maps").Split('\n'))
        {
            // Address, access, offset, device and inode come before; a file that was replaced since has a mark.
            int start = line.IndexOf('/', StringComparison.Ordinal);
            string path = start < 0 ? "" : line[start..];
            if (path.EndsWith(Replaced, StringComparison.Ordinal))
                path = path[..^Replaced.Length];
            if (path.EndsWith("/" + fileName, StringComparison.Ordinal))
                return path;
        }

        return null;
    }

    /// <summary>The command line as a shell would take it, roughly.</summary>
    public static string CommandLineOf(int processId) => string.Join(' ', ArgumentsOf(processId));

    /// <summary>The words of the command line.</summary>
    public static string[] ArgumentsOf(int processId) => Read(processId, "cmdline").TrimEnd('\0').Split('\0');

    /// <summary>Processes of Linux, by id.</summary>
    public static IEnumerable<int> All() => !OperatingSystem.IsLinux()
        ? []
        : Directory.GetDirectories("/proc").Select(folder => int.TryParse(Path.GetFileName(folder), out int id) ? id : 0).Where(id => id > 0);

    // The runtime takes its settings under either prefix.
    private static string? Setting(int processId, string name)
    {
        string environment = EnvironmentOf(processId);
        return Variable(environment, $"DOTNET_{name}") ?? Variable(environment, $"COMPlus_{name}");
    }

    private static string EnvironmentOf(int processId) => Read(processId, "environ");

    private static string? Variable(string environment, string name) => environment.Split('\0')
        .Where(line => line.StartsWith(name + "=", StringComparison.Ordinal))
        .Select(line => line[(name.Length + 1)..])
        .LastOrDefault();

    private static string Read(int processId, string file)
    {
        if (!OperatingSystem.IsLinux())
            return "";
        try
        {
            return Encoding.UTF8.GetString(File.ReadAllBytes($"/proc/{processId}/{file}"));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
