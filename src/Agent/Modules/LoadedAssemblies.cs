using System.Reflection;
using System.Runtime.Loader;
using HogTrace.Runtime;

namespace HogTrace.Agent.Modules;

/// <summary>The assemblies of the program: all that are loaded, but the agent's own.</summary>
internal static class LoadedAssemblies
{
    private static readonly AssemblyLoadContext? s_own = AssemblyLoadContext.GetLoadContext(typeof(LoadedAssemblies).Assembly);

    public static IEnumerable<Assembly> All => Array.FindAll(AppDomain.CurrentDomain.GetAssemblies(), IsProgram);

    public static bool IsProgram(Assembly assembly) =>
        !assembly.IsDynamic
        && assembly != typeof(Bridge.Hits).Assembly
        && (s_own == AssemblyLoadContext.Default || AssemblyLoadContext.GetLoadContext(assembly) != s_own);

    /// <summary>Whether a pattern looks into an assembly.</summary>
    public static bool Includes(Assembly assembly, MethodFilter filter, bool includesFramework) =>
        includesFramework || !filter.BeginsWithWildcard || !FrameworkTypes.Contains(assembly);
}
