using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using HogTrace.Bytecode;
using HogTrace.Diagnostics;
using HogTrace.IlBackend;
using HogTrace.Runtime;

namespace HogTrace.Execution;

/// <summary>A probe prepared to run over dynamic frames of one engine. Thread safe.</summary>
internal sealed class DynamicProbe
{
    private readonly HogTraceProbe _probe;
    private readonly TranslationContext _context;
    private readonly RunHost _host;
    private readonly CompilationLog _log;

    // By number of arguments. Two threads may both translate one: either serves, and a write is atomic.
    private ProbeForm?[] _forms = new ProbeForm?[4];

    public DynamicProbe(ProbeEngine engine, HogTraceProbe probe, TranslationContext context)
    {
        Engine = engine;
        _probe = probe;
        _context = context;
        _host = engine.Host;
        _log = new CompilationLog(probe, "", Compilations);
    }

    public ProbeEngine Engine { get; }

    /// <summary>What has been compiled, for frames of any number of arguments.</summary>
    public CompilationCounts Compilations { get; } = new();

    public ProbeTier Tier =>
        Volatile.Read(ref _forms).Any(form => form is { Code.IsCompiled: true }) ? ProbeTier.Compiled : ProbeTier.Interpreted;

    /// <summary>Runs the probe.</summary>
    public ExecutionResult Run(ProbeFrame frame, RequestStore? store)
    {
        var forms = _forms;
        int arguments = frame.Arguments.Length;
        // Most frames of a hot probe: a compiled predicate is false. It can't throw, and needs no run.
        return arguments < forms.Length && forms[arguments] is { ReadsArgumentsOnly: true } form
            && form.Code.TryQuick(ref frame.FirstArgument, out int executed) == CompiledOutcome.False
            ? new ExecutionResult(RunOutcome.PredicateFalse, null, null, _host.Budget - executed)
            : RunAtLength(frame, store);
    }

    // An exception of ours is a bug, and never the host's to bear.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private ExecutionResult RunAtLength(ProbeFrame frame, RequestStore? store)
    {
        try
        {
            return RunForm(FormOf(frame.Arguments.Length), frame, store);
        }
#pragma warning disable CA1031 // A probe never throws into its host, whatever happens.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            var fault = new ProbeFault(FaultKind.HostException, 0, 0, $"the run failed with {exception.GetType().Name}: {exception.Message}");
            return new ExecutionResult(RunOutcome.Faulted, null, fault, 0);
        }
    }

    private ExecutionResult RunForm(ProbeForm form, ProbeFrame frame, RequestStore? store)
    {
        return form.RegisterCount <= SmallRegisters.Count ? RunSmall(form, frame, store)
            : form.RegisterCount <= LargeRegisters.Count ? RunLarge(form, frame, store)
            : RunRented(form, frame, store);
    }

    private ExecutionResult RunSmall(ProbeForm form, ProbeFrame frame, RequestStore? store)
    {
        SmallRegisters registers = default;
        return Run(form, frame, store, registers);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ExecutionResult RunLarge(ProbeForm form, ProbeFrame frame, RequestStore? store)
    {
        LargeRegisters registers = default;
        return Run(form, frame, store, registers);
    }

    private ExecutionResult RunRented(ProbeForm form, ProbeFrame frame, RequestStore? store)
    {
        var registers = ArrayPool<Value>.Shared.Rent(form.RegisterCount);
        try
        {
            return Run(form, frame, store, registers);
        }
        finally
        {
            ArrayPool<Value>.Shared.Return(registers, clearArray: true);
        }
    }

    private ExecutionResult Run(ProbeForm form, ProbeFrame frame, RequestStore? store, Span<Value> registers)
    {
        ValueSpans.CopyFew(frame.Arguments, registers);
        var inputs = registers[frame.Arguments.Length..];
        inputs[0] = frame.Self;
        if (_probe.Point == ProbePoint.Exit)
        {
            inputs[1] = frame.ReturnValue;
            inputs[2] = frame.Exception;
            inputs[3] = Value.FromFloat(frame.Duration);
        }

        var run = new RunContext(_host, frame.Names, store);
        try
        {
            var outcome = form.Code.Run(ref MemoryMarshal.GetReference(registers), ref run);
            return new ExecutionResult(outcome, run.Captures, outcome == RunOutcome.Faulted ? FaultOf(ref run) : null, run.FuelLeft);
        }
        finally
        {
            run.End();
        }
    }

    private ProbeFault FaultOf(ref RunContext run)
    {
        var (line, column) = _probe.PositionOf(run.FaultInstruction, run.FaultInPredicate);
        return new ProbeFault(run.Fault, line, column, run.FaultMessage ?? "");
    }

    private ProbeForm FormOf(int arguments)
    {
        var forms = Volatile.Read(ref _forms);
        if (arguments < forms.Length && forms[arguments] is { } form)
            return form;
        return MakeForm(arguments);
    }

    private ProbeForm MakeForm(int arguments)
    {
        var form = new ProbeForm(_context, _probe.Verified, FrameShape.Dynamic(_probe.Point, arguments), Engine.Tiers with { Log = _log });
        // Frames of very many arguments are rare and not worth a table of that size.
        if (arguments >= Limits.CallArguments)
            return form;
        var forms = Volatile.Read(ref _forms);
        if (arguments >= forms.Length)
        {
            Array.Resize(ref forms, arguments + 1);
            Volatile.Write(ref _forms, forms);
        }

        forms[arguments] = form;
        return form;
    }
}
