namespace HogTrace.Cli.Attaching.Ports;

/// <summary>The commands of a runtime's diagnostics port that its client library doesn't offer; the high byte is the command set.</summary>
internal enum DiagnosticsCommand : ushort
{
    ResumeRuntime = 0x0401,
    ProcessInformation = 0x0404,
}
