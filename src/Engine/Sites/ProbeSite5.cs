using System.Runtime.CompilerServices;

namespace HogTrace;

/// <summary>A probe site in a method of five arguments.</summary>
public sealed class ProbeSite<T0, T1, T2, T3, T4> : ProbeSite
{
    internal ProbeSite(string name, string[] parameters)
        : base(name, parameters, TypesOf<Arguments<T0, T1, T2, T3, T4>>())
    {
    }

    /// <summary>Goes first in the method; with no probe installed it is one check.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ProbeCall<Arguments<T0, T1, T2, T3, T4>> Enter(T0 arg0, T1 arg1, T2 arg2, T3 arg3, T4 arg4) =>
        Installed is { } probes ? Calls.Enter(probes, new Arguments<T0, T1, T2, T3, T4>(arg0, arg1, arg2, arg3, arg4)) : default;
}
