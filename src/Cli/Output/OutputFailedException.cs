namespace HogTrace.Cli.Output;

/// <summary>
/// Standard output can't be written any more. An exception, because nothing that a command still has to do makes sense
/// then, wherever it is.
/// </summary>
internal sealed class OutputFailedException(string message, bool isClosed) : IOException(message)
{
    /// <summary>Whether the reader of a pipe has gone away.</summary>
    public bool IsClosed { get; } = isClosed;
}
