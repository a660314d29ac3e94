using HogTrace.Parser.Syntax;

namespace HogTrace.Parser.Lexing;

/// <summary>A token of the source; white space and comments stand between tokens.</summary>
/// <param name="StartsLine">Whether nothing but white space and comments precedes it on its line.</param>
internal readonly record struct Token(TokenKind Kind, Word Word, bool StartsLine, int Start, int End)
{
    public SourceSpan Span => SourceSpan.FromBounds(Start, End);
}
