using HogTrace.Parser.Syntax;

namespace HogTrace.Parser.Formatting;

/// <summary>How a comment is written.</summary>
internal static class CommentText
{
    /// <summary>The comment as it stands, without white space at its end.</summary>
    public static string Of(string source, SourceSpan comment) =>
        source.Substring(comment.Start, comment.Length).TrimEnd();

    public static bool EndsLine(string source, SourceSpan comment) => source[comment.Start] == '#';
}
