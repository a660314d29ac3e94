namespace HogTrace.Tests.EndToEnd.Processes;

/// <summary>What is built in one configuration, side by side.</summary>
internal static class BuiltFiles
{
    private static readonly string s_configuration = new DirectoryInfo(AppContext.BaseDirectory).Name;
    private static readonly string s_binaries = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", ".."));

    /// <summary>The folder that the command loads into processes.</summary>
    public static string Agent => Path.Combine(Folder("HogTrace.Cli"), "agent");

    /// <summary>The main assembly of a project.</summary>
    public static string Program(string project) => Path.Combine(Folder(project), project + ".dll");

    public static string Folder(string project) => Path.Combine(s_binaries, project, s_configuration);

    /// <summary>Copies the agent's files.</summary>
    public static void CopyAgent(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (string file in Directory.GetFiles(Agent))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
    }
}
