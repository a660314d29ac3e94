using HogTrace.Parser.Lexing;

namespace HogTrace.Parser.Formatting;

/// <summary>
/// Writes a program probe by probe: the spec on a line, the predicate on a line, and the body's statements one a line.
/// Comments between these stay on their own line or at the end of one, as they were.
/// </summary>
internal sealed class ProgramLayout(CommentedTokens tokens)
{
    private readonly LayoutWriter _writer = new();

    public string Write()
    {
        int at = 0;
        while (tokens[at].Kind != TokenKind.End)
        {
            WriteComments(at, isSeparate: at > 0);
            at = WriteProbe(at);
        }

        WriteComments(at, isSeparate: at > 0);
        _writer.EndLine();
        return _writer.ToString();
    }

    private int WriteProbe(int at)
    {
        var run = new TokenRun(tokens, _writer);
        int spec = Find(at, TokenKind.Slash, TokenKind.OpenBrace);
        run.Write(at, spec);
        at = spec;
        if (tokens[at].Kind == TokenKind.Slash)
        {
            WriteComments(at, isSeparate: false);
            int body = Find(at, TokenKind.OpenBrace, TokenKind.OpenBrace);
            run.Write(at, body);
            at = body;
        }

        WriteComments(at, isSeparate: false);
        _writer.Write("{");
        at++;
        _writer.Indent = 1;
        while (tokens[at].Kind != TokenKind.CloseBrace)
        {
            WriteComments(at, isSeparate: false);
            at = WriteStatement(run, at);
        }

        WriteComments(at, isSeparate: false);
        _writer.Indent = 0;
        _writer.EndLine();
        _writer.Write("}");
        return at + 1;
    }

    private int WriteStatement(TokenRun run, int at)
    {
        const int LineWidth = 100;
        int end = Find(at, TokenKind.Semicolon, TokenKind.Semicolon) + 1;
        int start = _writer.Length;
        run.Write(at, end);
        bool isCapture = tokens[at].Word is Word.Capture or Word.Send;
        if (isCapture && tokens[at + 2].Kind != TokenKind.CloseParen && _writer.WidthSince(start) > LineWidth)
        {
            _writer.Reset(start);
            run.Write(at, end, isBroken: true);
        }

        return end;
    }

    private int Find(int at, TokenKind first, TokenKind second)
    {
        while (tokens[at].Kind != first && tokens[at].Kind != second)
            at++;
        return at;
    }

    /// <summary>Ends the line before a token, and writes the comments and the empty line between.</summary>
    /// <param name="isSeparate">Whether an empty line always precedes what follows on lines of its own.</param>
    private void WriteComments(int at, bool isSeparate)
    {
        int previous = at > 0 ? tokens[at - 1].End : 0;
        foreach (var comment in tokens.CommentsBefore(at))
        {
            bool isTrailing = at > 0 && !_writer.IsAtLineStart && !tokens.HasBreak(previous, comment.Start);
            if (isTrailing)
                _writer.Write("  ");
            else
                isSeparate = StartLine(at, previous, comment.Start, isSeparate);
            _writer.Write(CommentText.Of(tokens.Source, comment));
            previous = comment.End;
        }

        if (tokens[at].Kind != TokenKind.End)
            StartLine(at, previous, tokens[at].Start, isSeparate);
    }

    private bool StartLine(int at, int previous, int next, bool isSeparate)
    {
        bool isFirst = at == 0 && previous == 0;
        bool isAfterBrace = at > 0 && previous == tokens[at - 1].End && tokens[at - 1].Kind == TokenKind.OpenBrace;
        bool isBeforeBrace = next == tokens[at].Start && tokens[at].Kind is TokenKind.CloseBrace or TokenKind.OpenBrace or TokenKind.Slash;
        bool keepsEmpty = !isAfterBrace && !isBeforeBrace && tokens.HasEmptyLine(previous, next);
        if (!isFirst && (isSeparate || keepsEmpty))
            _writer.EmptyLine();
        else
            _writer.EndLine();
        return false;
    }
}
