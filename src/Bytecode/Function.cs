namespace HogTrace.Bytecode;

/// <summary>The functions that a program can call; the table is closed.</summary>
internal enum Function : byte
{
    Timestamp,
    Rand,
    Len,
    Str,
    Int,
    Float,
    Abs,
    Min,
    Max,
    Round,
    Lower,
    Upper,
    StartsWith,
    EndsWith,
    Contains,
    TypeName,
    TraceId,
    SpanId,
    ThreadId,
    Capture,
    Send,
}
