using System.Buffers.Binary;

namespace HogTrace.Cli.Attaching.Ports;

/// <summary>The frame of the diagnostics protocol: magic, size, command set, command, payload.</summary>
internal static class DiagnosticsMessage
{
    private const int HeaderLength = 20;
    private const int SizeAt = 14;
    private const int CommandSetAt = 16;
    private const byte Server = 0xFF;               // the command set of answers
    private const byte Error = 0xFF;

    private static ReadOnlySpan<byte> Magic => "DOTNET_IPC_V1\0"u8;

    public static async Task<DiagnosticsReply> ExchangeAsync(
        Stream stream, DiagnosticsCommand command, byte[] payload, CancellationToken cancellation)
    {
        byte[] message = new byte[HeaderLength + payload.Length];
        Magic.CopyTo(message);
        BinaryPrimitives.WriteUInt16LittleEndian(message.AsSpan(SizeAt), (ushort)message.Length);
        BinaryPrimitives.WriteUInt16BigEndian(message.AsSpan(CommandSetAt), (ushort)command);
        payload.CopyTo(message, HeaderLength);
        await stream.WriteAsync(message, cancellation).ConfigureAwait(false);
        return await ReadAsync(stream, cancellation).ConfigureAwait(false);
    }

    private static async Task<DiagnosticsReply> ReadAsync(Stream stream, CancellationToken cancellation)
    {
        byte[] header = new byte[HeaderLength];
        await stream.ReadExactlyAsync(header, cancellation).ConfigureAwait(false);
        int size = BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(SizeAt));
        if (!header.AsSpan().StartsWith(Magic) || size < HeaderLength || header[CommandSetAt] != Server)
            throw new InvalidDataException("This is no answer of a .NET runtime.");
        byte[] payload = new byte[size - HeaderLength];
        await stream.ReadExactlyAsync(payload, cancellation).ConfigureAwait(false);
        return new DiagnosticsReply(payload, header[CommandSetAt + 1] == Error);
    }
}
