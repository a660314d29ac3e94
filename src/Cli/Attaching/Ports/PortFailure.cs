using System.Net.Sockets;

namespace HogTrace.Cli.Attaching.Ports;

/// <summary>Says why a port can't be talked to.</summary>
internal static class PortFailure
{
    public const string NotOurs = "belongs to another user";

    /// <summary>Null for an exception that is a bug of ours.</summary>
    public static string? Describe(Exception failure) => failure switch
    {
        UnauthorizedAccessException => NotOurs,
        SocketException { SocketErrorCode: SocketError.AccessDenied } => NotOurs,
        SocketException { SocketErrorCode: SocketError.ConnectionRefused } => "has ended",
        OperationCanceledException or TimeoutException => "doesn't answer",
        SocketException or IOException => "doesn't answer",
        InvalidDataException => "doesn't answer as a .NET runtime does",
        _ => null,
    };
}
