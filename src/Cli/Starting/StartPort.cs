using System.Net.Sockets;

namespace HogTrace.Cli.Starting;

/// <summary>The socket that runtimes connect to before they run anything, and wait at until they are told to go on.</summary>
internal sealed class StartPort : IDisposable
{
    private readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly DirectoryInfo _folder;

    private StartPort(DirectoryInfo folder)
    {
        _folder = folder;
        Path = System.IO.Path.Combine(folder.FullName, "port");
    }

    /// <summary>Where the socket is.</summary>
    public string Path { get; }

    /// <summary>Throws an IOException or a SocketException where no socket can be made.</summary>
    public static StartPort Open()
    {
        // A folder that only this user can enter.
        var port = new StartPort(Directory.CreateTempSubdirectory("hogtrace-"));
        try
        {
            port._listener.Bind(new UnixDomainSocketEndPoint(port.Path));
            port._listener.Listen();
            return port;
        }
        catch
        {
            port.Dispose();
            throw;
        }
    }

    /// <summary>The next connection; null for one that doesn't speak as a runtime does.</summary>
    public async Task<StartedRuntime?> AcceptAsync(CancellationToken cancellation)
    {
        var socket = await _listener.AcceptAsync(cancellation).ConfigureAwait(false);
        return await StartedRuntime.GreetAsync(new NetworkStream(socket, ownsSocket: true), cancellation).ConfigureAwait(false);
    }

    public void Dispose()
    {
        _listener.Dispose();
        try
        {
            _folder.Delete(recursive: true);
        }
        catch (IOException)
        {
            // A file more in the temporary folder hurts nobody.
        }
    }
}
