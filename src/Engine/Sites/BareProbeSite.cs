using System.Runtime.CompilerServices;

namespace HogTrace;

/// <summary>A probe site in a method of no arguments.</summary>
public sealed class BareProbeSite : ProbeSite
{
    internal BareProbeSite(string name, string[] parameters)
        : base(name, parameters, TypesOf<NoArguments>())
    {
    }

    /// <summary>Goes first in the method; with no probe installed it is one check.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ProbeCall<NoArguments> Enter() =>
        Installed is { } probes ? Calls.Enter(probes, new NoArguments()) : default;
}
