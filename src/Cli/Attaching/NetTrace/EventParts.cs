namespace HogTrace.Cli.Attaching.NetTrace;

/// <summary>What the compressed header of an event has.</summary>
[Flags]
internal enum EventParts : byte
{
    None = 0,
    Metadata = 1,
    CaptureThread = 2,
    Thread = 4,
    Stack = 8,
    Activity = 16,
    RelatedActivity = 32,
    Sorted = 64,
    Length = 128,
}
