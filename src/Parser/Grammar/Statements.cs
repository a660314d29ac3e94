using System.Collections.Immutable;
using HogTrace.Parser.Lexing;
using HogTrace.Parser.Syntax;
using Sprache;

namespace HogTrace.Parser.Grammar;

/// <summary>The statements of a body.</summary>
internal static class Statements
{
    private static readonly Parser<Token> s_semicolon = Lexemes.Of(TokenKind.Semicolon, Expected.Semicolon);

    private static readonly Parser<StatementSyntax> s_assignment =
        from target in Expressions.Request
        from assign in Lexemes.Of(TokenKind.Assign, Expected.Assign)
        from value in Expressions.Expression
        from end in s_semicolon
        select new AssignmentSyntax(SourceSpan.FromBounds(target.Span.Start, end.End), target, value);

    private static readonly Parser<Rate> s_percentage =
        from number in Lexemes.ByKind(
            Expected.Number, (TokenKind.Integer, Numbers.Integer), (TokenKind.Float, Numbers.Float))
        from unit in Lexemes.Of(TokenKind.Percent, Expected.SampleUnit)
        select new Rate(number.Value / 100, SourceSpan.FromBounds(number.Span.Start, unit.End));

    private static readonly Parser<Rate> s_ratio =
        from part in Numbers.Integer
        from slash in Lexemes.Of(TokenKind.Slash, Expected.SampleUnit)
        from whole in Numbers.Integer
        select new Rate(part.Value / whole.Value, SourceSpan.FromBounds(part.Span.Start, whole.Span.End));

    private static readonly Parser<StatementSyntax> s_sample =
        from word in Lexemes.Of(Word.Sample, Expected.Statement)
        from rate in s_percentage.UnlessSecond(TokenKind.Slash, s_ratio)
        from end in s_semicolon
        select new SampleSyntax(SourceSpan.FromBounds(word.Start, end.End), rate.Value, rate.Span);

    private static readonly Parser<CaptureArgumentSyntax> s_positional =
        Expressions.Expression.Select(value => new CaptureArgumentSyntax(value.Span, null, default, value));

    private static readonly Parser<CaptureArgumentSyntax> s_named =
        from name in Names.Text(Lexemes.Of(TokenKind.Name, Expected.ArgumentName))
        from assign in Lexemes.Of(TokenKind.Assign, Expected.Assign)
        from value in Expressions.Expression
        select new CaptureArgumentSyntax(
            SourceSpan.FromBounds(name.Span.Start, value.Span.End), name.Value, name.Span, value);

    private static readonly Parser<Bracketed<ImmutableArray<CaptureArgumentSyntax>>> s_arguments = Brackets.Parens(
        CaptureArguments.OneKind(Brackets.Items(CaptureArguments.Either(s_positional, s_named), allowsTrailingComma: true)),
        isLevel: false);

    private static readonly Parser<StatementSyntax> s_capture =
        from word in Lexemes.ByWord(
            Expected.Statement,
            (Word.Capture, Lexemes.Of(Word.Capture, Expected.Statement)),
            (Word.Send, Lexemes.Of(Word.Send, Expected.Statement)))
        from arguments in s_arguments
        from end in s_semicolon
        select new CaptureSyntax(
            SourceSpan.FromBounds(word.Start, end.End),
            word.Word == Word.Send,
            word.Span,
            CaptureArguments.AreNamed(arguments.Value),
            arguments.Value);

    private static readonly Parser<StatementSyntax> s_word = Lexemes.ByWord(
        Expected.Statement,
        (Word.Sample, s_sample),
        (Word.Capture, s_capture),
        (Word.Send, s_capture));

    public static readonly Parser<StatementSyntax> Statement = Lexemes.ByKind(
        Expected.Statement,
        (TokenKind.Request, s_assignment),
        (TokenKind.Name, s_word));

    private readonly record struct Rate(double Value, SourceSpan Span);
}
