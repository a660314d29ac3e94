using System.Reflection;
using System.Runtime.Loader;

namespace HogTrace.Bridge;

/// <summary>
/// Where the agent and what it needs are loaded, so that they meet no assembly of the program's. What isn't in the
/// agent's folder is the framework's.
/// </summary>
internal sealed class AgentLoadContext(string folder) : AssemblyLoadContext("HogTrace.Agent")
{
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var bridge = typeof(AgentLoadContext).Assembly;
        if (assemblyName.Name == bridge.GetName().Name)
            return bridge;
        string path = Path.Combine(folder, assemblyName.Name + ".dll");
        return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }
}
