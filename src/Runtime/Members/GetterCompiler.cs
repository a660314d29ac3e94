using System.Reflection;

namespace HogTrace.Runtime;

/// <summary>Makes the delegate that reads a member of an object of a known type.</summary>
internal static class GetterCompiler
{
    public static Func<object, Value> Compile(Type type, MemberInfo member) =>
        throw new NotSupportedException($"{type}.{member.Name}");
}
