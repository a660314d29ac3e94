using System.Reflection;
using System.Runtime.Loader;

namespace Worker;

/// <summary>Calls what was only just loaded.</summary>
internal static class Plugins
{
    public static AssemblyLoadContext Collectible { get; } = new("unloadable", isCollectible: true);

    public static string Greet(Assembly assembly) =>
        assembly.GetType("Plugin.Greeter", throwOnError: true)!.GetMethod("Greet")!.CreateDelegate<Func<string, string>>()("late");
}
