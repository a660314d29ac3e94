using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace HogTrace.Agent.Modules;

/// <summary>
/// Finds methods by name in an assembly's metadata, as it is in memory: no type is loaded for a method that doesn't match.
/// </summary>
internal static unsafe class MethodScan
{
    /// <summary>Calls back for each method that one of the filters matches.</summary>
    /// <param name="assembly">A loaded assembly.</param>
    /// <param name="filters">At least one.</param>
    /// <param name="found">Takes the method's token and name; false to end the scan.</param>
    public static void Find(Assembly assembly, IReadOnlyCollection<MethodFilter> filters, Func<int, string, bool> found)
    {
        if (!assembly.TryGetRawMetadata(out byte* blob, out int length))
            return;
        var metadata = new MetadataReader(blob, length);
        var spaces = new NamespaceFilter(metadata, filters);
        var near = new List<MethodFilter>();
        foreach (var handle in metadata.TypeDefinitions)
        {
            if (!spaces.MayMatch(handle))
                continue;
            string type = MethodNames.OfType(metadata, handle);
            near.Clear();
            foreach (var filter in filters)
            {
                if (filter.MayMatchType(type))
                    near.Add(filter);
            }

            if (near.Count == 0)
                spaces.MarkFar(handle);
            else if (!Find(metadata, handle, type, near, found))
                return;
        }

        GC.KeepAlive(assembly);
    }

    private static bool Find(
        MetadataReader metadata, TypeDefinitionHandle handle, string type, List<MethodFilter> filters, Func<int, string, bool> found)
    {
        foreach (var methodHandle in metadata.GetTypeDefinition(handle).GetMethods())
        {
            string method = MethodNames.OfMethod(metadata.GetString(metadata.GetMethodDefinition(methodHandle).Name));
            string? name = null;
            foreach (var filter in filters)
            {
                if (filter.Method is not null && filter.Method != method)
                    continue;
                name ??= $"{type}.{method}";
                if (!filter.IsMatch(name))
                    continue;
                if (!found(MetadataTokens.GetToken(methodHandle), name))
                    return false;
                break;
            }
        }

        return true;
    }
}
