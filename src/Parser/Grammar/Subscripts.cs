using HogTrace.Parser.Lexing;
using HogTrace.Parser.Syntax;
using Sprache;

namespace HogTrace.Parser.Grammar;

/// <summary>What stands in the brackets of an index or a slice.</summary>
internal readonly record struct Subscript(
    ExpressionSyntax? First, bool IsSlice, ExpressionSyntax? Stop, ExpressionSyntax? Step)
{
    public PostfixOperation At(SourceSpan span) =>
        IsSlice ? new SliceOperation(span, First, Stop, Step) : new IndexOperation(span, First!);
}

/// <summary>The combinator for subscripts: <c>i</c>, <c>a:b</c> or <c>a:b:c</c>, any part of a slice left out.</summary>
internal static class Subscripts
{
    public static Parser<Subscript> Of(Parser<ExpressionSyntax> part) => input =>
    {
        var parts = new ExpressionSyntax?[3];
        var at = (TokenInput)input;
        int count = 0;
        while (true)
        {
            bool isLeftOut = at.Token.Kind == TokenKind.Colon || (count > 0 && at.Token.Kind == TokenKind.CloseBracket);
            if (!isLeftOut)
            {
                var result = part(at);
                if (!result.WasSuccessful)
                    return Result.Failure<Subscript>(result.Remainder, "", []);
                parts[count] = result.Value;
                at = (TokenInput)result.Remainder;
            }

            if (++count == parts.Length || at.Token.Kind != TokenKind.Colon)
                break;
            at = at.Next;
        }

        if (count < parts.Length)
            at.Session.Note(at.Index, Expected.SliceColon);
        return Lexemes.Success(new Subscript(parts[0], count > 1, parts[1], parts[2]), at);
    };
}
