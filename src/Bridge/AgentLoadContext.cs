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
    private readonly string[] _files = Directory.GetFiles(folder, "*.dll");

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (assemblyName.Name is not { } name)
            return null;
        if (name == "HogTrace.Bridge")
            return typeof(AgentLoadContext).Assembly;
        foreach (string file in _files)
        {
            if (Path.GetFileNameWithoutExtension(file.AsSpan()).SequenceEqual(name))
                return LoadFromAssemblyPath(file);
        }

        return null;
    }
}
