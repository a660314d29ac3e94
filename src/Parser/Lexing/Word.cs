namespace HogTrace.Parser.Lexing;

/// <summary>Names that the grammar gives a meaning in some places; everywhere else they are names like any other.</summary>
internal enum Word : byte
{
    None,
    Fn,
    Py,
    Entry,
    Exit,
    Sample,
    Capture,
    Send,
}
