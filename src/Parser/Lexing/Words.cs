using HogTrace.Bytecode;

namespace HogTrace.Parser.Lexing;

/// <summary>The spellings of the language's words.</summary>
internal static class Words
{
    public static Word Find(ReadOnlySpan<char> name) => name switch
    {
        "fn" => Word.Fn,
        "py" => Word.Py,
        "entry" => Word.Entry,
        "exit" => Word.Exit,
        "sample" => Word.Sample,
        "capture" => Word.Capture,
        "send" => Word.Send,
        _ => Word.None,
    };

    /// <summary>The kind of a name: one of the three literals, or a name.</summary>
    public static TokenKind Literal(ReadOnlySpan<char> name) => name switch
    {
        "True" => TokenKind.True,
        "False" => TokenKind.False,
        "None" => TokenKind.None,
        _ => TokenKind.Name,
    };

    public static bool IsRequest(ReadOnlySpan<char> name) => name is ReservedNames.Req or ReservedNames.Request;
}
