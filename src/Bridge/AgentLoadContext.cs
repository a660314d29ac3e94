using System.Reflection;
using System.Runtime.Loader;

namespace HogTrace.Bridge;

/// <summary>
/// Where the agent and what it needs are loaded, so that they meet no assembly of the program's. What isn't in the
/// agent's folder is the framework's.
/// </summary>
internal sealed class AgentLoadContext(string folder) : AssemblyLoadContext("HogTrace.Agent")
{
    // Looked up once: most of what is asked for, again and again, is the framework's.
    private readonly Dictionary<string, string> _files = FilesIn(folder);

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (assemblyName.Name is not { } name)
            return null;
        if (name == "HogTrace.Bridge")
            return typeof(AgentLoadContext).Assembly;
        return _files.TryGetValue(name, out string? file) ? LoadFromAssemblyPath(file) : null;
    }

    private static Dictionary<string, string> FilesIn(string folder)
    {
        var files = new Dictionary<string, string>();
        foreach (string file in Directory.GetFiles(folder, "*.dll"))
            files.Add(Path.GetFileNameWithoutExtension(file), file);
        return files;
    }
}
