namespace HogTrace.Cli.Attaching.Ports;

/// <summary>What a runtime answered.</summary>
/// <param name="Payload">Of an error, its code.</param>
/// <param name="IsError">Whether it refused.</param>
internal sealed record DiagnosticsReply(byte[] Payload, bool IsError);
