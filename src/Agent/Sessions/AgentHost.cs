using System.Diagnostics.CodeAnalysis;
using System.Runtime.Loader;
using HogTrace.Agent.Arming;
using HogTrace.Agent.Channels;
using HogTrace.Agent.Modules;
using HogTrace.AgentProtocol;

namespace HogTrace.Agent.Sessions;

/// <summary>The agent of a process: its channels, its clients' sessions, and the one thread that serves them.</summary>
[SuppressMessage("Design", "CA1001", Justification = "It lives as long as the process.")]
internal sealed class AgentHost(string folder) : IChannelListener
{
    private volatile AgentChannel[] _channels = [];
    private readonly AgentThread _thread = new();
    private readonly ManualResetEventSlim _isStarted = new(initialState: true);

    // Changed by the agent's thread only; replaced whole, so that others can look.
    private volatile Session[] _sessions = [];
    private readonly SeenRequests _seen = new();
    private readonly Remainders _remainders = new();
    private ProfilerLibrary? _profiler;
    private ArmedMethods? _methods;
    private bool _isWatching;

    /// <summary>
    /// Opens the channels. A client that has waited for the process to start finds its request taken at once; then this
    /// returns when its probes are armed, or after a while.
    /// </summary>
    public void Open()
    {
        _thread.Ticked = Tick;
        var channels = new AgentChannel[AgentProtocol.Channels.Count + 1];
        for (int i = 0; i < AgentProtocol.Channels.Count; i++)
            channels[i] = new AgentChannel(AgentProtocol.Channels.NameOf(i), this);
        channels[^1] = new AgentChannel(AgentProtocol.Channels.Control, this);
        _channels = channels;
        foreach (var channel in _channels)
            channel.Open();
        if (!_isStarted.IsSet)
            StartVariables.Remove();
        _isStarted.Wait(AgentLimits.StartWait);
    }

    /// <summary>What methods are armed through; null while no profiler is there.</summary>
    public ArmedMethods? TryGetArmedMethods()
    {
        if (_methods is null && State is ProfilerState.Attached or ProfilerState.AtStart)
            _methods = new ArmedMethods(_profiler!);
        return _methods;
    }

    void IChannelListener.OnRequest(AgentChannel channel, SessionRequest request)
    {
        if (request is { ArmsAtStart: true, Command: SessionCommand.Trace })
            _isStarted.Reset();
        _thread.Post(() => Serve(channel, request));
    }

    void IChannelListener.OnDisabled(AgentChannel channel) => _thread.Post(() =>
    {
        foreach (var session in _sessions.Where(session => session.Channel == channel && !session.IsOver))
        {
            session.Abandon();
            _remainders.Keep(session.Messages);
        }

        Sweep();
    });

    private ProfilerState State
    {
        get
        {
            _profiler ??= ProfilerLibrary.TryLoad(Path.Combine(folder, IlRewriting.Plans.ProfilerIdentity.LibraryFile));
            return _profiler?.State ?? ProfilerState.Absent;
        }
    }

    private void Serve(AgentChannel channel, SessionRequest request)
    {
        if (request.Command == SessionCommand.Finish)
        {
            foreach (var session in _sessions.Where(session => session.Request.Session == request.Session))
                session.Finish();
            Sweep();
            return;
        }

        // The runtime repeats requests when other sessions begin or end; a client whose channel is taken tries the next one.
        if (!_seen.TryAdd($"{channel.Name} {request.Session}")
            || _sessions.Any(session => session.Channel == channel && session.Request.Session == request.Session))
            return;
        var messages = new MessageWriter(channel, request);
        if (_sessions.Any(session => session.Channel == channel))
            messages.Send(new Refusal(RefusalReason.Busy, "another client has this channel"));
        else if (request.Version != ProtocolVersion.Current)
            messages.Send(new Refusal(RefusalReason.Protocol, Mismatch(request.Version)));
        else
            Begin(request.Command == SessionCommand.List ? new ListSession(channel, request) : new TraceSession(this, channel, request));
    }

    private void Begin(Session session)
    {
        if (!_isWatching)
            Watch();
        _sessions = [.. _sessions, session];
        session.Greet(new Hello(
            ProtocolVersion.Current,
            OwnVersion,
            Environment.ProcessId,
            System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription,
            State.ToString(),
            _methods?.Count ?? 0));
        session.Begin();
        Sweep();
    }

    private static string OwnVersion => typeof(AgentHost).Assembly.GetName().Version?.ToString(3) ?? "";

    private static string Mismatch(int version) =>
        $"the agent in the process is of version {OwnVersion} and speaks protocol {ProtocolVersion.Current}, this hogtrace protocol {version}:"
        + " restart the process, or use that version of hogtrace; nothing was changed in it";

    private void Tick()
    {
        foreach (var session in _sessions)
        {
            if (!session.IsOver)
                session.Tick();
        }

        Pulse();
        _remainders.Forget();
        Sweep();
    }

    private void Pulse()
    {
        foreach (var channel in _channels)
        {
            if (channel.IsPulseDue)
                channel.Pulse();
        }
    }

    private void Sweep()
    {
        // At every tick: what is called often is compiled in the process, so this is loops, and does nothing needless.
        bool isAnyOver = false, isAnyUnarmed = false, isStartHeld = false, needsPulse = false;
        foreach (var session in _sessions)
        {
            bool isUnarmed = session is TraceSession { IsArmed: false, IsOver: false };
            isAnyOver |= session.IsOver;
            isAnyUnarmed |= isUnarmed;
            isStartHeld |= isUnarmed && session.Request.ArmsAtStart;
        }

        foreach (var channel in _channels)
            needsPulse |= channel.NeedsPulse;
        if (isAnyOver)
            _sessions = [.. _sessions.Where(session => !session.IsOver)];
        _thread.TickInterval = isAnyUnarmed ? AgentLimits.ArmingTick
            : _sessions.Length > 0 || needsPulse || !_remainders.IsEmpty ? AgentLimits.Tick
            : null;
        if (!isStartHeld)
            _isStarted.Set();
        if (_sessions.Length == 0 && _remainders.IsEmpty)
            Unwatch();
    }

    private void Watch()
    {
        _isWatching = true;
        AppDomain.CurrentDomain.AssemblyLoad += OnAssemblyLoad;
        AppDomain.CurrentDomain.UnhandledException += OnCrash;
        AssemblyLoadContext.Default.Unloading += OnProcessExit;
    }

    private void Unwatch()
    {
        _isWatching = false;
        AppDomain.CurrentDomain.AssemblyLoad -= OnAssemblyLoad;
        AppDomain.CurrentDomain.UnhandledException -= OnCrash;
        AssemblyLoadContext.Default.Unloading -= OnProcessExit;
    }

    private void OnProcessExit(AssemblyLoadContext context) => Leave();

    private void OnCrash(object? sender, UnhandledExceptionEventArgs args) => Leave();

    // What was captured last is often why the program ends. The channels are closed already, or nobody empties them.
    private void Leave() => _thread.Send(
        () =>
        {
            foreach (var session in _sessions)
            {
                if (session.IsOver)
                    continue;
                session.Messages.Hold();
                session.Flush();
                _remainders.Keep(session.Messages);
            }

            _remainders.Write();
        },
        AgentLimits.ExitWait);

    // On the thread that loads it, before any of its code runs: waits, so that the first call is seen, but not for long.
    private void OnAssemblyLoad(object? sender, AssemblyLoadEventArgs args)
    {
        var assembly = args.LoadedAssembly;
        if (!LoadedAssemblies.IsProgram(assembly) || !_sessions.Any(session => session.MayConcern(assembly)))
            return;
        _thread.Send(
            () =>
            {
                foreach (var session in _sessions)
                {
                    if (!session.IsOver)
                        session.Add(assembly);
                }
            },
            AgentLimits.ModuleWait);
    }
}
