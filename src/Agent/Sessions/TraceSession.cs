using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using HogTrace.Agent.Arming;
using HogTrace.Agent.Binding;
using HogTrace.Agent.Channels;
using HogTrace.Agent.Modules;
using HogTrace.AgentProtocol;
using HogTrace.Runtime;

namespace HogTrace.Agent.Sessions;

/// <summary>Binds a program, and unless it is only to be bound, keeps its probes armed until the client is done.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A session is stopped, not disposed.")]
internal sealed class TraceSession(AgentHost host, AgentChannel channel, SessionRequest request) : Session(channel, request)
{
    private readonly Stopwatch _age = Stopwatch.StartNew();
    private readonly Dictionary<TracedMethod, ProbeDemand> _unarmed = [];
    private ProbeEngine? _engine;
    private ChannelSink? _sink;
    private ProgramBinding? _binding;
    private Installation? _installation;
    private HogTraceProgram? _program;
    private StatisticsSender? _statistics;
    private int _armed;

    /// <summary>Whether the probes are in place.</summary>
    public bool IsArmed => _installation is not null;

    public override void Begin()
    {
        if (!HogTraceProgram.TryLoad(Request.Program, Request.ProgramName, out _program, out var rejection))
        {
            Refuse(RefusalReason.Request, $"the program doesn't verify: {rejection}");
            return;
        }

        if (!TryPolicy(out var policy))
        {
            Refuse(RefusalReason.Request, $"'{Request.MemberPolicy}' is no policy of member access");
            return;
        }

        _engine = new ProbeEngine(new ProbeEngineOptions { Members = policy });
        _engine.Requests.Ambient = ActivityRequests.Instance;
        _binding = new ProgramBinding(_program, _engine.Host.Members, _engine.Options.SecretNames, Request.IncludesFramework, () => LoadedAssemblies.All);
        foreach (var assembly in LoadedAssemblies.All)
            Bind(assembly);
        SendBinding();
        if (_binding.IsWrong)
            Refuse(RefusalReason.Request, "a probe fits no method that it matches");
        else if (Request.Command == SessionCommand.Bind)
            End("");
        else
            Tick();
    }

    public override void Tick()
    {
        if (_installation is not null)
        {
            if (_statistics is { IsDue: true } statistics)
            {
                ReportFailures();
                statistics.SendIfNew();
            }

            return;
        }

        if (host.TryGetArmedMethods() is not { } methods)
        {
            if (_age.Elapsed > AgentLimits.ProfilerWait)
                Refuse(RefusalReason.Profiler, "the profiler was not loaded in time");
            return;
        }

        Arm(methods);
        if (IsOver)
            return;
        // The sites are there first, so that no engine binds to one that isn't given what its probes read.
        _sink = new ChannelSink(Messages);
        _engine!.Sinks.Add(_sink);
        _installation = _engine.Install(_program!);
        _statistics = new StatisticsSender(Messages, _engine, _installation, _sink);
        SendArmed();
    }

    public override void Flush()
    {
        _engine?.Flush();
        _statistics?.Send();
    }

    public override bool MayConcern(Assembly assembly) => _binding?.MayConcern(assembly) == true;

    public override void Add(Assembly assembly)
    {
        int problems = _binding!.Problems;
        Bind(assembly);
        if (_unarmed.Count == 0)
        {
            // What can't be probed is told as soon as what can.
            if (_binding.Problems > problems)
                SendBinding();
            return;
        }

        if (_installation is not null && host.TryGetArmedMethods() is { } methods)
        {
            Arm(methods);
            SendBinding();
            SendArmed();
        }
    }

    protected override void Stop(bool isHeard)
    {
        // Probes go first, so that nothing new comes; then what waits is sent, and the methods get their code back.
        _engine?.Dispose();
        if (isHeard)
            _statistics?.Send();
        host.TryGetArmedMethods()?.Release(this);
    }

    private void Bind(Assembly assembly) => _binding!.Add(assembly, _unarmed);

    private void Arm(ArmedMethods methods)
    {
        var failures = methods.Arm(this, _unarmed);
        _armed += _unarmed.Count - failures.Count;
        _unarmed.Clear();
        Refuse(failures);
    }

    private void ReportFailures()
    {
        if (host.TryGetArmedMethods() is { } methods)
            Refuse(methods.TakeFailures());
    }

    private void Refuse(IReadOnlyDictionary<TracedMethod, string> failures)
    {
        if (failures.Count == 0)
            return;
        foreach (var failure in failures)
            _binding!.Refuse(failure.Key, failure.Value);
        SendBinding();
    }

    // Not by Enum.TryParse, which would be compiled and would look all names up in the process that is attached to.
    private bool TryPolicy(out MemberPolicy policy)
    {
        MemberPolicy? known = Request.MemberPolicy switch
        {
            "" or nameof(MemberPolicy.Safe) => MemberPolicy.Safe,
            nameof(MemberPolicy.PublicGetters) => MemberPolicy.PublicGetters,
            nameof(MemberPolicy.NonPublic) => MemberPolicy.NonPublic,
            _ => null,
        };
        policy = known ?? MemberPolicy.Safe;
        return known is not null;
    }

    private void SendBinding() => Messages.Send(_binding!.ToReport());

    private void SendArmed() => Messages.Send(new ArmingReport(_armed, _age.Elapsed.TotalMilliseconds, 0));
}
