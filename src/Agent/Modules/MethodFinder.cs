using System.Reflection;
using HogTrace.Agent.Binding;

namespace HogTrace.Agent.Modules;

/// <summary>Finds the methods that patterns match.</summary>
internal static class MethodFinder
{
    /// <summary>
    /// The methods of an assembly that the filters match, in the order of its metadata. A method that can't be loaded
    /// has a reason instead.
    /// </summary>
    public static IEnumerable<FoundMethod> Find(
        Assembly assembly, MethodFilter[] filters, bool includesFramework, int most)
    {
        var chosen = Array.FindAll(filters, filter => LoadedAssemblies.Includes(assembly, filter, includesFramework));
        List<FoundMethod> methods = [];
        if (chosen.Length > 0)
        {
            MethodScan.Find(assembly, chosen, (token, name) =>
            {
                if (methods.Count < most)
                    methods.Add(Load(assembly, token, name));
                return methods.Count < most;
            });
        }

        return methods;
    }

    private static FoundMethod Load(Assembly assembly, int token, string name)
    {
        try
        {
            var method = assembly.ManifestModule.ResolveMethod(token)!;
            return Obstacles.Of(method) is { } obstacle
                ? new FoundMethod(name, method, null, obstacle)
                : new FoundMethod(name, method, TracedMethod.Of(method, name), null);
        }
#pragma warning disable CA1031 // Whatever is wrong with the program's metadata is a reason, never a failure of the program.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return new FoundMethod(name, null, null, $"it can't be loaded: {exception.Message}");
        }
    }
}

/// <summary>A method whose name matches.</summary>
/// <param name="Name">The name that targets match.</param>
/// <param name="Method">Null when it can't be loaded.</param>
/// <param name="Traced">What probes are bound to; null when there is an obstacle.</param>
/// <param name="Obstacle">Why it can't be probed; null when it can.</param>
internal sealed record FoundMethod(string Name, MethodBase? Method, TracedMethod? Traced, string? Obstacle)
{
    /// <summary>For people.</summary>
    public string Signature => (Method is null ? null : MethodSignatures.TryDescribe(Method)) ?? Name;
}
