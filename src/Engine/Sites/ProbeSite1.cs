using System.Runtime.CompilerServices;

namespace HogTrace;

/// <summary>A probe site in a method of one argument.</summary>
public sealed class ProbeSite<T0> : ProbeSite
{
    internal ProbeSite(string name, string[] parameters)
        : base(name, parameters, TypesOf<Arguments<T0>>())
    {
    }

    /// <summary>Goes first in the method; with no probe installed it is one check.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ProbeCall<Arguments<T0>> Enter(T0 arg0) =>
        Installed is { } probes ? Calls.Enter(probes, new Arguments<T0>(arg0)) : default;
}
