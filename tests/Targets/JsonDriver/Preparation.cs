using System.Reflection;
using System.Runtime;
using System.Runtime.CompilerServices;

namespace JsonDriver;

/// <summary>Has the runtime compile methods, as their code is now, without calling them.</summary>
internal static class Preparation
{
    private const BindingFlags All =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>Every method of the types of an assembly whose namespace begins so; generic ones need type arguments and are left out.</summary>
    public static string Run(string assembly, string space)
    {
        int prepared = 0, failed = 0;
        long before = JitInfo.GetCompiledMethodCount();
        var reasons = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var type in Assembly.Load(assembly).GetTypes().Where(type => type.Namespace?.StartsWith(space, StringComparison.Ordinal) == true))
        {
            if (type.ContainsGenericParameters)
                continue;
            foreach (var method in type.GetMethods(All).Concat<MethodBase>(type.GetConstructors(All)).Where(IsPreparable))
            {
                try
                {
                    RuntimeHelpers.PrepareMethod(method.MethodHandle);
                    prepared++;
                }
                catch (Exception exception)
                {
                    failed++;
                    reasons.Add(exception.GetType().Name);
                }
            }
        }

        return $"prepared: {prepared} failed: {failed} {string.Join(',', reasons)} compiled: {JitInfo.GetCompiledMethodCount() - before}";
    }

    private static bool IsPreparable(MethodBase method) =>
        !method.IsAbstract && !method.ContainsGenericParameters && method.GetMethodBody() is not null;
}
