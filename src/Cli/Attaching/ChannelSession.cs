using System.Diagnostics.Tracing;
using HogTrace.AgentProtocol;
using HogTrace.Cli.Attaching.NetTrace;
using Microsoft.Diagnostics.NETCore.Client;

namespace HogTrace.Cli.Attaching;

/// <summary>An event session on a channel of the agent. Its end, however it comes, ends what the agent does for it.</summary>
internal sealed class ChannelSession : IDisposable
{
    // Megabytes of the target's memory that hold events which this side hasn't read yet.
    private const int BufferMegabytes = 32;

    private const int CommandBufferMegabytes = 1;
    private const long AllKeywords = -1;
    private static readonly TimeSpan s_openPatience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_stopPatience = TimeSpan.FromSeconds(2);

    private readonly EventPipeSession _session;
    private readonly string _channel;
    private readonly string _nonce;
    private readonly Remainder? _remainder;
    private readonly Thread _reader;
    private volatile bool _isEnding;

    private ChannelSession(EventPipeSession session, string channel, string nonce, Remainder? remainder)
    {
        _session = session;
        _remainder = remainder;
        _channel = channel;
        _nonce = nonce;
        _reader = new Thread(Read) { IsBackground = true, Name = "agent messages" };
        _reader.Start();
    }

    public MessageQueue Messages { get; } = new();

    /// <summary>Whether the process has said everything before it ended.</summary>
    public bool IsWhole => _remainder?.IsWhole == true;

    /// <summary>Throws what <see cref="AgentLoading.Describe"/> describes.</summary>
    public static ChannelSession Open(int processId, string channel, SessionRequest request)
    {
        var remainder = request.Command == SessionCommand.Trace ? Remainder.TryCreate(processId) : null;
        var arguments = (request with { Remainder = remainder?.Path ?? "" }).ToArguments();
        var provider = new EventPipeProvider(channel, EventLevel.Verbose, AllKeywords, arguments);
        var configuration = new EventPipeSessionConfiguration(
            [provider], request.Command == SessionCommand.Finish ? CommandBufferMegabytes : BufferMegabytes,
            requestRundown: false, requestStackwalk: false);
        // The library waits for an answer without end.
        var opening = Task.Run(() => new DiagnosticsClient(processId).StartEventPipeSession(configuration));
        try
        {
            if (Task.WaitAny([opening], s_openPatience) < 0)
                throw new TimeoutException();
            return new ChannelSession(opening.GetAwaiter().GetResult(), channel, request.Session, remainder);
        }
        catch
        {
            remainder?.Dispose();
            throw;
        }
    }

    /// <summary>Ends the session; what the agent sent before is still read.</summary>
    public void Dispose()
    {
        _isEnding = true;
        _remainder?.Dispose();
        // Without the command the runtime would see only at its next write that nobody listens any more.
        var stopping = Task.Run(() =>
        {
            try
            {
                _session.Stop();
            }
            catch (Exception failure) when (failure is DiagnosticsClientException or IOException or System.Net.Sockets.SocketException)
            {
                // The process has ended, and the session with it.
            }
        });
        if (stopping.Wait(s_stopPatience))
            _reader.Join(s_stopPatience);
        _session.Dispose();
        _reader.Join(s_stopPatience);
    }

    private void Read()
    {
        try
        {
            new EventStreamReader(_session.EventStream, _channel, OnEvent).Read();
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException or ObjectDisposedException or System.Net.Sockets.SocketException)
        {
            // The stream ends when the process does, in the middle if need be. Whoever takes the messages sees it.
        }
        finally
        {
            if (!_isEnding)
                _remainder?.Read(Messages);
            Messages.Complete();
        }
    }

    private void OnEvent(ReadOnlySpan<byte> fields)
    {
        if (AgentMessage.TryRead(fields, _nonce, out var message))
            Messages.Add(message);
    }
}
