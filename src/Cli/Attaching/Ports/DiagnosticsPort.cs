using System.IO.Pipes;
using System.Net.Sockets;

namespace HogTrace.Cli.Attaching.Ports;

/// <summary>Asks a runtime one thing over its port, and waits no longer than it was told.</summary>
internal static class DiagnosticsPort
{
    /// <summary>Throws what <see cref="PortFailure"/> describes.</summary>
    public static async Task<DiagnosticsReply> AskAsync(
        PortAddress port, DiagnosticsCommand command, byte[] payload, CancellationToken cancellation)
    {
        Stream stream = await ConnectAsync(port, cancellation).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
            return await DiagnosticsMessage.ExchangeAsync(stream, command, payload, cancellation).ConfigureAwait(false);
    }

    private static async Task<Stream> ConnectAsync(PortAddress port, CancellationToken cancellation)
    {
        if (OperatingSystem.IsWindows())
        {
            var pipe = new NamedPipeClientStream(".", port.Path, PipeDirection.InOut, PipeOptions.Asynchronous);
            await pipe.ConnectAsync(cancellation).ConfigureAwait(false);
            return pipe;
        }

        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(port.Path), cancellation).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
