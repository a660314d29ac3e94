using System.Security;

namespace HogTrace.Cli.Input;

/// <summary>Says in a few words why a file can't be read or written.</summary>
internal static class FileFailure
{
    /// <summary>Null for an exception that is a bug of ours.</summary>
    public static string? Describe(Exception failure, string? path) => failure switch
    {
        FileNotFoundException => "no such file",
        DirectoryNotFoundException => "no such directory",
        UnauthorizedAccessException or SecurityException => Directory.Exists(path) ? "is a directory" : "permission denied",
        PathTooLongException => "the path is too long",
        IOException => Directory.Exists(path) ? "is a directory" : FirstLine(failure.Message),
        ArgumentException or NotSupportedException => "no valid path",
        _ => null,
    };

    private static string FirstLine(string message)
    {
        int end = message.AsSpan().IndexOfAny('\r', '\n');
        return end < 0 ? message : message[..end];
    }
}
