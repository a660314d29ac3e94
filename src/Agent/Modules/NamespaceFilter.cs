using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace HogTrace.Agent.Modules;

/// <summary>
/// Tells most types of an assembly apart from what is looked for by their namespaces. There are tens of thousands of types
/// in a process, and what is done for each is paid for twice: the runtime compiles anew what it sees called so often.
/// </summary>
internal sealed class NamespaceFilter(MetadataReader metadata, IReadOnlyCollection<MethodFilter> filters)
{
    private readonly bool[] _isNear = new bool[metadata.TypeDefinitions.Count + 1];

    // By the place of the name in the metadata: one that occurs often stands there once.
    private readonly Dictionary<int, bool> _isSpaceNear = [];

    /// <summary>Whether one of the filters may match a method of a type. Types are asked for in the order of the metadata.</summary>
    public bool MayMatch(TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        bool isNear = (type.Attributes & TypeAttributes.VisibilityMask) >= TypeAttributes.NestedPublic
            ? IsOuterNear(type, handle)
            : IsSpaceNear(type.Namespace);
        _isNear[MetadataTokens.GetRowNumber(handle)] = isNear;
        return isNear;
    }

    /// <summary>No filter matches the type, nor what is nested in it.</summary>
    public void MarkFar(TypeDefinitionHandle handle) => _isNear[MetadataTokens.GetRowNumber(handle)] = false;

    // A type stands behind the one it is nested in; where it doesn't, nothing is known of that.
    private bool IsOuterNear(TypeDefinition type, TypeDefinitionHandle handle)
    {
        var outer = type.GetDeclaringType();
        return outer.IsNil || MetadataTokens.GetRowNumber(outer) > MetadataTokens.GetRowNumber(handle) || _isNear[MetadataTokens.GetRowNumber(outer)];
    }

    private bool IsSpaceNear(StringHandle space)
    {
        int place = MetadataTokens.GetHeapOffset(space);
        if (_isSpaceNear.TryGetValue(place, out bool isNear))
            return isNear;
        string name = metadata.GetString(space);
        foreach (var filter in filters)
            isNear |= filter.MayMatchType(name);
        _isSpaceNear.Add(place, isNear);
        return isNear;
    }
}
