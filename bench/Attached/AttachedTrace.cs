using System.Diagnostics;
using System.Diagnostics.Tracing;
using System.Text;
using System.Text.Json;
using HogTrace.AgentProtocol;
using HogTrace.IlRewriting.Plans;
using Microsoft.Diagnostics.NETCore.Client;
using Microsoft.Diagnostics.Tracing;

namespace HogTrace.Bench.Attached;

/// <summary>A program in another process, as the command-line tool would put it there, with nothing shown.</summary>
internal sealed class AttachedTrace : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(90);

    private readonly DiagnosticsClient _client;
    private readonly SessionRequest _request;
    private readonly EventPipeSession _session;
    private readonly Thread _reader;
    private readonly ManualResetEventSlim _armed = new();
    private readonly ManualResetEventSlim _captured = new();
    private readonly ManualResetEventSlim _ended = new();
    private readonly Stopwatch _age = Stopwatch.StartNew();

    /// <summary>Begins; what goes on is told by the properties and waits.</summary>
    public AttachedTrace(int processId, string source)
    {
        _client = new DiagnosticsClient(processId);
        _client.ApplyStartupHook(Path.Combine(BuiltFiles.Agent, "HogTrace.Bridge.dll"));
        _request = new SessionRequest
        {
            Command = SessionCommand.Trace,
            Session = Guid.NewGuid().ToString("n"),
            Program = HogTraceProgram.Compile(source, "bench").ToBytes(),
            ProgramName = "bench",
        };
        _session = Begin(Channels.NameOf(0), _request, circularBufferMegabytes: 16);
        _reader = new Thread(Read) { IsBackground = true };
        _reader.Start();
    }

    /// <summary>What the agent said last of where the probes stand.</summary>
    public string Binding { get; private set; } = "";

    /// <summary>What the agent said last of the hits.</summary>
    public string Statistics { get; private set; } = "";

    /// <summary>Whether none of the probes was switched off, by what the agent said last.</summary>
    public bool AreAllOn =>
        JsonDocument.Parse(Statistics).RootElement.GetProperty("probes").EnumerateArray()
            .All(probe => probe.GetProperty("switchedOff").ValueKind == JsonValueKind.Null);

    /// <summary>When the agent said that the probes are in place.</summary>
    public TimeSpan ArmedAfter { get; private set; }

    /// <summary>Why the agent refused; null when it did not.</summary>
    public string? Refusal { get; private set; }

    public void WaitUntilArmed() => Wait(_armed, "armed");

    public void WaitForCapture() => Wait(_captured, "captured anything");

    /// <summary>Has the probes taken out and waits for it.</summary>
    public void Finish()
    {
        var finish = new SessionRequest { Command = SessionCommand.Finish, Session = _request.Session };
        using var session = Begin(Channels.Control, finish, circularBufferMegabytes: 1);
        Wait(_ended, "ended");
        session.Stop();
    }

    public void Dispose()
    {
        try
        {
            _session.Stop();
        }
        catch (ServerNotAvailableException)
        {
            // The process is gone.
        }

        _reader.Join();
        _session.Dispose();
        _armed.Dispose();
        _captured.Dispose();
        _ended.Dispose();
    }

    private EventPipeSession Begin(string channel, SessionRequest request, int circularBufferMegabytes) => _client.StartEventPipeSession(
        [new EventPipeProvider(channel, EventLevel.Verbose, -1, request.ToArguments())], requestRundown: false, circularBufferMegabytes);

    private void Wait(ManualResetEventSlim state, string what)
    {
        if (!state.Wait(s_patience) || Refusal is not null)
            throw new InvalidOperationException($"The process has not {what}: {Refusal ?? "it took too long"}. {Binding}");
    }

    private void Read()
    {
        using var events = new EventPipeEventSource(_session.EventStream);
        events.AllEvents += OnEvent;
        events.Process();
    }

    private void OnEvent(TraceEvent item)
    {
        byte[] data = item.EventData();
        // A session with its terminator, a kind, a number, a length, and the payload.
        int kindAt = (_request.Session.Length + 1) * sizeof(char);
        if (data.Length < kindAt + 16 || Encoding.Unicode.GetString(data, 0, kindAt - sizeof(char)) != _request.Session)
            return;
        var kind = (MessageKind)BitConverter.ToInt32(data, kindAt);
        OnMessage(kind, Encoding.UTF8.GetString(data.AsSpan(kindAt + 16)));
    }

    private void OnMessage(MessageKind kind, string payload)
    {
        switch (kind)
        {
            case MessageKind.Hello when payload.Contains("\"Absent\"", StringComparison.Ordinal):
                _ = Task.Run(() => _client.AttachProfiler(
                    TimeSpan.FromSeconds(10), ProfilerIdentity.Clsid, Path.Combine(BuiltFiles.Agent, ProfilerIdentity.LibraryFile), []));
                break;
            case MessageKind.Bound:
                Binding = payload;
                break;
            case MessageKind.Armed:
                ArmedAfter = _age.Elapsed;
                _armed.Set();
                break;
            case MessageKind.Events:
                _captured.Set();
                break;
            case MessageKind.Statistics:
                Statistics = payload;
                break;
            case MessageKind.Refused:
                Refusal = payload;
                _armed.Set();
                _captured.Set();
                _ended.Set();
                break;
            case MessageKind.Ended:
                _ended.Set();
                break;
        }
    }
}
