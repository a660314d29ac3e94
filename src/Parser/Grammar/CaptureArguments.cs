using System.Collections.Immutable;
using HogTrace.Parser.Diagnostics;
using HogTrace.Parser.Lexing;
using HogTrace.Parser.Syntax;
using Sprache;

namespace HogTrace.Parser.Grammar;

/// <summary>Combinators for the arguments of a capture, named or positional but not both.</summary>
internal static class CaptureArguments
{
    /// <summary>An argument is named when its second token is <c>=</c>.</summary>
    public static Parser<CaptureArgumentSyntax> Either(
        Parser<CaptureArgumentSyntax> positional, Parser<CaptureArgumentSyntax> named) => input =>
    {
        var at = (TokenInput)input;
        bool isNamed = at.Token.Kind is TokenKind.Name or TokenKind.True or TokenKind.False or TokenKind.None
            && at.Next.Token.Kind == TokenKind.Assign;
        return isNamed ? named(input) : positional(input);
    };

    public static Parser<ImmutableArray<CaptureArgumentSyntax>> OneKind(
        Parser<ImmutableArray<CaptureArgumentSyntax>> arguments) => input =>
    {
        var result = arguments(input);
        if (!result.WasSuccessful)
            return result;
        bool named = AreNamed(result.Value);
        foreach (var argument in result.Value)
        {
            if (argument.Name is null == named)
                return Lexemes.Fail<ImmutableArray<CaptureArgumentSyntax>>((TokenInput)result.Remainder, Mixed(argument));
        }

        return result;
    };

    public static bool AreNamed(ImmutableArray<CaptureArgumentSyntax> arguments) =>
        !arguments.IsEmpty && arguments[0].Name is not null;

    private static Mistake Mixed(CaptureArgumentSyntax argument) => new(
        DiagnosticCodes.MixedArguments,
        argument.Span,
        "A capture has named arguments or positional ones, not both",
        argument.Name is null ? "Give this argument a name too, as in x=…" : "Give the arguments before it names too.");
}
