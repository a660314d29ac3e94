using System.Reflection;

namespace HogTrace.Runtime;

/// <summary>Tells the framework's own types from everybody else's.</summary>
internal static class FrameworkTypes
{
    private static readonly string[] s_prefixes = ["System.", "Microsoft.AspNetCore.", "Microsoft.Extensions.", "Microsoft.Net.Http."];

    // Public key tokens that the framework's assemblies are signed with.
    private static readonly HashSet<string> s_tokens = new(StringComparer.OrdinalIgnoreCase)
    {
        "7CEC85D7BEA7798E", "B03F5F7F11D50A3A", "B77A5C561934E089", "CC7B13FFCD2DDD51", "31BF3856AD364E35",
        "ADB9793829DDAE60",
    };

    public static bool Contains(Type type) => Contains(type.Assembly);

    public static bool Contains(Assembly library)
    {
        if (library == typeof(object).Assembly)
            return true;
        AssemblyName assembly = library.GetName();
        return assembly.Name is { } name
            && HasPrefix(name + ".")
            && assembly.GetPublicKeyToken() is { Length: > 0 } token
            && s_tokens.Contains(Convert.ToHexString(token));
    }

    private static bool HasPrefix(string name)
    {
        foreach (string prefix in s_prefixes)
        {
            if (name.StartsWith(prefix, StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
