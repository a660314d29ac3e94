using System.Globalization;
using System.Text.RegularExpressions;

namespace HogTrace.Cli.Attaching.Ports;

/// <summary>Where a process listens for diagnostics.</summary>
internal sealed partial record PortAddress(int ProcessId, string Path)
{
    private const string WindowsPipes = @"\\.\pipe\";

    /// <summary>The ports of this machine, one a process, by its id. Another user's are among them where their names can be seen.</summary>
    public static IReadOnlyList<PortAddress> All()
    {
        string folder = OperatingSystem.IsWindows() ? WindowsPipes : System.IO.Path.GetTempPath();
        return [.. In(folder).GroupBy(port => port.ProcessId).Select(Newest).OrderBy(port => port.ProcessId)];
    }

    /// <summary>The port of a process; null when it has none.</summary>
    public static PortAddress? Find(int processId)
    {
        var found = All().FirstOrDefault(port => port.ProcessId == processId);
        if (found is not null || ProcessFiles.TemporaryFolderOf(processId) is not { } folder)
            return found;
        var elsewhere = In(folder).Where(port => port.ProcessId == processId).ToArray();
        return elsewhere.Length > 0 ? Newest(elsewhere) : null;
    }

    private static IEnumerable<PortAddress> In(string folder)
    {
        IEnumerable<string> files;
        try
        {
            files = Directory.GetFiles(folder, "dotnet-diagnostic-*");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            yield break;
        }

        foreach (string file in files)
        {
            string name = System.IO.Path.GetFileName(file);
            if (Name().Match(name) is { Success: true } match
                && int.TryParse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture, out int processId))
                yield return new PortAddress(processId, OperatingSystem.IsWindows() ? name : file);
        }
    }

    // A process that was killed leaves its file, and its id may have been given again.
    private static PortAddress Newest(IEnumerable<PortAddress> ports) =>
        ports.MaxBy(port => OperatingSystem.IsWindows() ? default : File.GetLastWriteTimeUtc(port.Path))!;

    [GeneratedRegex(@"^dotnet-diagnostic-(\d+)(-\d+-socket)?$")]
    private static partial Regex Name();
}
