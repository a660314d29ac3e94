using System.Diagnostics;
using System.Runtime.InteropServices;
using HogTrace.Bytecode;
using HogTrace.Cli.Output;
using HogTrace.Execution;
using HogTrace.Runtime;

namespace HogTrace.Cli.Frames;

/// <summary>Runs the probes of a program over recorded frames, one after the other, and writes what they report.</summary>
internal sealed class Replay : IDisposable
{
    private readonly ProbeEngine _engine;
    private readonly ProbeFrame _frame = new("", ProbePoint.Entry);
    private readonly RequestStore _defaultStore = new();
    private readonly Dictionary<string, RequestStore> _stores = new(StringComparer.Ordinal);
    private readonly ReplayLines _lines;
    private readonly HogTraceProbe[] _probes;

    public Replay(HogTraceProgram program, CommandConsole console, int tierUpAfter)
    {
        _engine = new ProbeEngine(new ProbeEngineOptions
        {
            Limits = RunLimits.Default with { WallClock = Limits.ReplayWallClock },
            TierUpAfter = tierUpAfter,
        });
        _lines = new ReplayLines(console);
        // No host here can stop in the middle of a method, and offset 0 is not what was asked for.
        _probes = [.. program.Probes.Where(probe => probe.Offset is null)];
        Tallies = [.. program.Probes.Select(_ => new ProbeTally())];
    }

    /// <summary>By the probe's index in the program.</summary>
    public IReadOnlyList<ProbeTally> Tallies { get; }

    /// <summary>What a probe runs on; null when it has not run.</summary>
    public DynamicProbe? PreparedOf(HogTraceProbe probe) => _engine.PreparedOf(probe);

    public void Run(RecordedFrame recorded)
    {
        var point = recorded.Point!.Value;
        Fill(recorded, point);
        var store = StoreOf(recorded.Request);
        foreach (var probe in _probes)
        {
            if (!probe.Matches(recorded.Function, point))
                continue;
            var tally = Tallies[probe.Index];
            tally.Hits++;
            if (IsSampledIn(probe, store))
                Run(probe, store, tally);
            else
                tally.SampledOut++;
        }
    }

    public void Dispose()
    {
        _lines.Dispose();
        _engine.Dispose();
    }

    private static bool IsSampledIn(HogTraceProbe probe, RequestStore store) =>
        probe.Sampling >= 1.0 || (store.SamplePoint ?? Random.Shared.NextDouble()) < probe.Sampling;

    private void Run(HogTraceProbe probe, RequestStore store, ProbeTally tally)
    {
        // Read twice: what reading the clock costs is no part of the hit.
        long before = Stopwatch.GetTimestamp();
        long started = Stopwatch.GetTimestamp();
        var result = _engine.Execute(probe, _frame, store);
        tally.AddRun(Math.Max(0, Stopwatch.GetTimestamp() - started - (started - before)));
        for (int i = 0; i < result.CaptureCount; i++)
            _lines.WriteCapture(probe, _frame.Function, store.RequestId, result.GetCapture(i));
        tally.Captures += result.CaptureCount;
        if (result.Fault is { } fault)
        {
            tally.Faults.Add(fault.Kind);
            _lines.WriteFault(probe, fault);
        }
        else if (result.Outcome == RunOutcome.Fired)
        {
            tally.Fired++;
        }
        else
        {
            tally.PredicateFalse++;
        }
    }

    private void Fill(RecordedFrame recorded, ProbePoint point)
    {
        _frame.Function = recorded.Function;
        _frame.Point = point;
        _frame.SetArguments(CollectionsMarshal.AsSpan(recorded.Arguments));
        _frame.Self = recorded.Self;
        _frame.ReturnValue = recorded.ReturnValue;
        _frame.Exception = recorded.Exception;
        _frame.Duration = recorded.Duration;
        _frame.KeywordArguments = recorded.KeywordArguments;
        _frame.Locals = recorded.Locals;
        _frame.Globals = recorded.Globals;
    }

    private RequestStore StoreOf(string? request)
    {
        if (request is null)
            return _defaultStore;
        ref var store = ref CollectionsMarshal.GetValueRefOrAddDefault(_stores, request, out _);
        return store ??= new RequestStore(request);
    }
}
