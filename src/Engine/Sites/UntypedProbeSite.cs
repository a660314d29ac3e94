using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using HogTrace.Execution;
using HogTrace.IlBackend;
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

    internal UntypedProbeSite(FrameShape shape)
        : base(shape, []) => _parameters = shape.GivenCount;

    internal override bool IsTyped => false;

    // What a hit calls when there are arguments for all parameters; null while nothing is installed.
    private UntypedSiteCode? _code;

    /// <summary>Goes first in the method; with no probe installed it is one check. The values are copied when exit probes wait.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public UntypedProbeCall Enter(ReadOnlySpan<Value> arguments)
    {
        if (_code is { } code)
        {
            var outcome = arguments.Length >= _parameters ? code(ref MemoryMarshal.GetReference(arguments)) : SiteOutcome.NeedsContext;
            if (outcome != SiteOutcome.Done && Continue(outcome, arguments) is { } call)
                return new UntypedProbeCall(call);
        }

        return default;
    }

    internal override void Publish(SiteProbes? probes)
    {
        base.Publish(probes);
        _code = probes is null ? null
            : probes.Exit.Length == 0 && probes.OnlyCode is { } code ? (UntypedSiteCode)code
            : LeaveAll;
    }

    private SiteOutcome LeaveAll(ref Value first) => SiteOutcome.Exits;

    // A hit may find other probes than those that its code was chosen for, or none; each then decides for itself.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private UntypedCall? Continue(SiteOutcome outcome, ReadOnlySpan<Value> arguments)
    {
        foreach (var probe in Installed?.Entry ?? [])
        {
            if (outcome != SiteOutcome.Exits && probe.Compiled is not null)
                RunLeft(probe, outcome, arguments);
            // The code reads no further than the parameters, and writes nothing.
            else if (arguments.Length < _parameters || !probe.IsQuicklyFalseOver(ref MemoryMarshal.GetReference(arguments)))
                Run(probe, arguments);
        }

        if (Exits is not { } exits)
            return null;
        var call = UntypedCall.Take(exits, _parameters);
        ValueSpans.CopyFew(arguments[..Math.Min(arguments.Length, _parameters)], call.Arguments);
        call.Started = Calls.Start(exits);
        return call;
    }

    private void RunLeft(InstalledProbe probe, SiteOutcome outcome, ReadOnlySpan<Value> arguments)
    {
        if (!probe.IsLeft(outcome))
            return;
        if (probe.Compiled is { } compiled && arguments.Length >= _parameters && probe.TryBeginMeasurement())
            Measure(probe, Unsafe.As<UntypedSiteCode>(compiled), ref MemoryMarshal.GetReference(arguments));
        Run(probe, arguments);
    }

    // Optimised at once: it runs too seldom to become so, and would measure itself. The first call warms up.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Measure(InstalledProbe probe, UntypedSiteCode compiled, ref Value first)
    {
        compiled(ref first);
        long started = Stopwatch.GetTimestamp();
        for (int i = 0; i < InstalledProbe.Repeats; i++)
            compiled(ref first);
        probe.EndMeasurement(started);
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
        ValueSpans.CopyFew(arguments[..Math.Min(arguments.Length, _parameters)], registers);
        probe.Run(ref MemoryMarshal.GetReference(registers));
    }
}
