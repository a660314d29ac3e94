using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace HogTrace.Agent.Binding;

/// <summary>Says why a method can't be probed.</summary>
internal static class Obstacles
{
    // What a hit itself goes through, before anything could tell that it is the tracer's doing.
    private static readonly string[] s_deniedNamespaces =
        ["System.Runtime.CompilerServices", "System.Diagnostics.Tracing", "Internal."];

    // Of System.Private.CoreLib: what the runtime calls in states in which nothing may be called back, and the clock.
    private static readonly HashSet<string> s_deniedTypes = new(StringComparer.Ordinal)
    {
        "System.GC", "System.Environment", "System.StartupHookProvider", "System.AppContext", "System.Diagnostics.Stopwatch",
        "System.Threading.Thread", "System.Threading.Monitor", "System.Threading.Lock", "System.Threading.Interlocked",
        "System.Threading.Volatile", "System.Runtime.InteropServices.NativeLibrary", "System.Runtime.InteropServices.Marshal",
        "System.Buffer", "System.SpanHelpers", "System.Delegate", "System.MulticastDelegate", "System.RuntimeType",
        "System.RuntimeTypeHandle", "System.RuntimeMethodHandle", "System.RuntimeFieldHandle", "System.Signature",
        "System.Threading.ThreadBlockingInfo", "System.Threading.WaitHandle", "System.Threading.ExecutionContext",
    };

    public static string? Of(MethodBase method)
    {
        var type = method.DeclaringType;
        var code = method.MethodImplementationFlags;
        if (method.IsAbstract)
            return "it is abstract: its implementations can be probed";
        if ((method.Attributes & MethodAttributes.PinvokeImpl) != 0)
            return "it is native code";
        if ((code & MethodImplAttributes.InternalCall) != 0 || (code & MethodImplAttributes.CodeTypeMask) != MethodImplAttributes.IL)
            return "it is the runtime's own code, without IL";
        // Its body isn't what its signature says.
        if ((code & MethodImplAttributes.Async) != 0)
            return "it is a runtime-async method, whose code can't be replaced yet";
        if ((method.CallingConvention & CallingConventions.VarArgs) == CallingConventions.VarArgs)
            return "it takes a variable list of arguments";
        if (method.IsDefined(typeof(UnmanagedCallersOnlyAttribute), false))
            return "native code calls it directly";
        if (AssemblyLoadContext.GetLoadContext(method.Module.Assembly) is { IsCollectible: true } || method.Module.Assembly.IsCollectible)
            return "its assembly can be unloaded, and the runtime doesn't replace code of such";
        if (method.Module.Assembly == typeof(object).Assembly && type is not null && IsDenied(type))
            return "the tracer itself needs it";
        return method.GetMethodBody() is null ? "it has no body" : null;
    }

    private static bool IsDenied(Type type)
    {
        while (type.DeclaringType is { } outer)
            type = outer;
        string name = type.FullName ?? "";
        return Array.Exists(s_deniedNamespaces, space => name.StartsWith(space, StringComparison.Ordinal))
            || s_deniedTypes.Contains(name.IndexOf('`') is > 0 and var tick ? name[..tick] : name);
    }
}
