using System.Reflection.Metadata;
using System.Text;

namespace HogTrace.Agent.Modules;

/// <summary>
/// The names that targets match: namespace, types from the outermost to the innermost, and method, joined by dots;
/// without numbers of type parameters, and constructors without their dot.
/// </summary>
internal static class MethodNames
{
    // Types nest as deep as a file says; a name of more levels than this has only the innermost ones.
    private const int Levels = 32;

    public static string OfType(MetadataReader metadata, TypeDefinitionHandle handle)
    {
        var name = new StringBuilder();
        for (int level = 0; level < Levels; level++)
        {
            var type = metadata.GetTypeDefinition(handle);
            name.Insert(0, WithoutArity(metadata.GetString(type.Name)));
            var outer = type.GetDeclaringType();
            if (outer.IsNil)
            {
                if (!type.Namespace.IsNil)
                    name.Insert(0, '.').Insert(0, metadata.GetString(type.Namespace));
                break;
            }

            name.Insert(0, '.');
            handle = outer;
        }

        return name.ToString();
    }

    /// <summary>Of an explicit implementation, whose name is the interface's too, the last part.</summary>
    public static string OfMethod(string name) => name switch
    {
        ".ctor" => "ctor",
        ".cctor" => "cctor",
        _ => name.LastIndexOf('.') is >= 0 and var dot && dot < name.Length - 1 && name[0] != '<' ? name[(dot + 1)..] : name,
    };

    private static string WithoutArity(string name) => name.IndexOf('`') is > 0 and var tick ? name[..tick] : name;
}
