using HogTrace.Bytecode;
using HogTrace.Parser.Lexing;
using HogTrace.Parser.Syntax;
using Sprache;

namespace HogTrace.Parser.Grammar;

/// <summary>Which method a probe watches, and where: <c>fn:Shop.Orders.Create:entry</c>.</summary>
internal static class Specs
{
    private static readonly Parser<Named> s_provider = Names.Text(Lexemes.ByWord(
        Expected.Probe,
        (Word.Fn, Lexemes.Of(Word.Fn, Expected.Probe)),
        (Word.Py, Lexemes.Of(Word.Py, Expected.Probe))));

    private static readonly Parser<Token> s_colon = Lexemes.Of(TokenKind.Colon, Expected.Colon);

    private static readonly Parser<Named> s_target = Targets.Of(Targets.Segment);

    private static readonly Parser<Token> s_point = Lexemes.ByWord(
        Expected.Point,
        (Word.Entry, Lexemes.Of(Word.Entry, Expected.Point)),
        (Word.Exit, Lexemes.Of(Word.Exit, Expected.Point)));

    private static readonly Parser<Offset?> s_offset =
        (from plus in Lexemes.Of(TokenKind.Plus, Expected.Offset)
         from number in Numbers.Offset
         select new Offset(number.Value, number.Span)).IfNext(TokenKind.Plus, Expected.Offset);

    public static readonly Parser<SpecSyntax> Spec =
        from provider in s_provider
        from first in s_colon
        from target in s_target
        from second in s_colon
        from point in s_point
        from offset in s_offset
        select new SpecSyntax(
            SourceSpan.FromBounds(provider.Span.Start, offset?.Span.End ?? point.End),
            provider.Value,
            target.Value,
            target.Span,
            point.Word == Word.Entry ? ProbePoint.Entry : ProbePoint.Exit,
            point.Span,
            offset?.Value);

    private sealed record Offset(uint Value, SourceSpan Span);
}
