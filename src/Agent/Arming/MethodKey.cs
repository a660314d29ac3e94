using System.Reflection;

namespace HogTrace.Agent.Arming;

/// <summary>A method as the profiler knows it: the runtime's number of the function, which is what a method handle holds, and its token.</summary>
internal sealed record MethodKey(long Function, int Token)
{
    public static MethodKey Of(MethodBase method) => new(method.MethodHandle.Value, method.MetadataToken);
}
