using System.Buffers.Binary;
using HogTrace.Cli.Attaching.Ports;

namespace HogTrace.Cli.Starting;

/// <summary>A runtime that waits before it runs anything.</summary>
/// <param name="ProcessId">Its process.</param>
/// <param name="Cookie">Tells it from others; it connects again after each command.</param>
/// <param name="Connection">Where it takes commands.</param>
internal sealed record StartedRuntime(int ProcessId, Guid Cookie, Stream Connection)
{
    private const int GreetingLength = 34;
    private const int CookieAt = 8, ProcessIdAt = 24;
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(2);

    public static async Task<StartedRuntime?> GreetAsync(Stream connection, CancellationToken cancellation)
    {
        byte[] greeting = new byte[GreetingLength];
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(s_patience);
        try
        {
            await connection.ReadExactlyAsync(greeting, patience.Token).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is IOException or OperationCanceledException)
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            return null;
        }

        return greeting.AsSpan().StartsWith("ADVR_V1\0"u8)
            ? new StartedRuntime((int)BinaryPrimitives.ReadInt64LittleEndian(greeting.AsSpan(ProcessIdAt)), new Guid(greeting.AsSpan(CookieAt, 16)), connection)
            : null;
    }

    /// <summary>Lets it run.</summary>
    public async Task ResumeAsync(CancellationToken cancellation)
    {
        try
        {
            await DiagnosticsMessage.ExchangeAsync(Connection, DiagnosticsCommand.ResumeRuntime, [], cancellation).ConfigureAwait(false);
        }
        catch (Exception failure) when (PortFailure.Describe(failure) is not null)
        {
            // It has ended.
        }
    }
}
