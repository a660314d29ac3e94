using HogTrace.Parser.Lexing;

namespace HogTrace.Parser.Formatting;

/// <summary>
/// Writes the tokens of a spec, a predicate or a statement on one line, or a capture with an argument a line.
/// Comments inside follow the token before them; one that ends its line goes on with a deeper indentation.
/// </summary>
internal sealed class TokenRun(CommentedTokens tokens, LayoutWriter writer)
{
    /// <summary>Writes the tokens from one index to another; comments before the first are the caller's.</summary>
    public void Write(int start, int end, bool isBroken = false)
    {
        int indent = writer.Indent;
        var spacing = new Spacing(tokens[start]);
        int depth = 0;
        bool isAfterComment = false;
        for (int i = start; i < end; i++)
        {
            if (i > start)
                isAfterComment |= WriteComments(i, indent);
            if (tokens.IsRedundant(i))
                continue;
            var token = tokens[i];
            if (token.Kind is TokenKind.CloseParen or TokenKind.CloseBracket && --depth == 0 && isBroken)
            {
                writer.Indent = indent;
                writer.EndLine();
            }

            bool isClosing = token.Kind is TokenKind.CloseParen or TokenKind.CloseBracket or TokenKind.Comma or TokenKind.Semicolon;
            bool wantsSpace = spacing.Before(token) || (isAfterComment && !isClosing);
            if (wantsSpace && !writer.IsAtLineStart)
                writer.Write(" ");
            isAfterComment = false;
            writer.Write(tokens.Text(i));
            if (token.Kind is TokenKind.OpenParen or TokenKind.OpenBracket)
                depth++;
            bool isArgumentEnd = depth == 1 && token.Kind is TokenKind.OpenParen or TokenKind.Comma;
            if (isBroken && isArgumentEnd && depth == 1)
                BreakAfter(i, indent);
        }

        writer.Indent = indent;
    }

    /// <summary>Breaks the line after an argument, behind the comments that follow it.</summary>
    private void BreakAfter(int index, int indent)
    {
        writer.Indent = indent + 1;
        if (tokens.CommentsBefore(index + 1).Count == 0)
            writer.EndLine();
    }

    /// <summary>True when a space must follow.</summary>
    private bool WriteComments(int index, int indent)
    {
        bool wantsSpace = false;
        foreach (var comment in tokens.CommentsBefore(index))
        {
            bool endsLine = CommentText.EndsLine(tokens.Source, comment);
            if (!writer.IsAtLineStart)
                writer.Write(endsLine ? "  " : " ");
            writer.Write(CommentText.Of(tokens.Source, comment));
            wantsSpace = !endsLine;
            if (!endsLine)
                continue;
            writer.Indent = indent + 1;
            writer.EndLine();
        }

        return wantsSpace;
    }
}
