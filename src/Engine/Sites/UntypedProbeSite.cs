using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using HogTrace.Execution;
using HogTrace.Installing;
using HogTrace.Runtime;

namespace HogTrace;

/// <summary>
/// A probe site in a method whose arguments are values of the language already. Arguments beyond the declared
/// parameters are ignored; parameters beyond the arguments are None.
/// </summary>
public sealed class UntypedProbeSite : ProbeSite
{
    private readonly int _parameters;

    internal UntypedProbeSite(string name, string[] parameters)
        : base(name, parameters, [.. parameters.Select(_ => typeof(object))]) => _parameters = parameters.Length;

    internal override bool TakesCode => false;

    /// <summary>Goes first in the method; with no probe installed it is one check. The values are copied when exit probes wait.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public UntypedProbeCall Enter(ReadOnlySpan<Value> arguments) =>
        Installed is { } probes && EnterProbed(probes, arguments) is { } call ? new UntypedProbeCall(call) : default;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private UntypedCall? EnterProbed(SiteProbes probes, ReadOnlySpan<Value> arguments)
    {
        foreach (var probe in probes.Entry)
        {
            // The code reads no further than the parameters, and writes nothing.
            if (arguments.Length < _parameters || !probe.IsQuicklyFalseOver(ref MemoryMarshal.GetReference(arguments)))
                Run(probe, arguments);
        }

        if (Exits is not { } exits)
            return null;
        var call = UntypedCall.Take(exits, _parameters);
        arguments[..Math.Min(arguments.Length, _parameters)].CopyTo(call.Arguments);
        call.Started = Calls.Start(exits);
        return call;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Run(InstalledProbe probe, ReadOnlySpan<Value> arguments)
    {
        if (probe.RegisterCount > SmallRegisters.Count)
        {
            RunLarge(probe, arguments);
            return;
        }

        SmallRegisters registers = default;
        Run(probe, arguments, registers);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void RunLarge(InstalledProbe probe, ReadOnlySpan<Value> arguments)
    {
        LargeRegisters registers = default;
        using var rented = new RentedRegisters(probe.RegisterCount);
        Run(probe, arguments, MemoryMarshal.CreateSpan(ref rented.FirstOr(ref registers.First), probe.RegisterCount));
    }

    private void Run(InstalledProbe probe, ReadOnlySpan<Value> arguments, Span<Value> registers)
    {
        arguments[..Math.Min(arguments.Length, _parameters)].CopyTo(registers);
        probe.Run(ref MemoryMarshal.GetReference(registers));
    }
}
