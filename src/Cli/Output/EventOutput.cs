using System.Diagnostics.CodeAnalysis;
using HogTrace.Cli.Input;

namespace HogTrace.Cli.Output;

/// <summary>Where the events of a session go, a line each.</summary>
internal sealed class EventOutput : IDisposable
{
    private readonly CommandConsole _console;
    private readonly FileStream? _file;
    private readonly EventText? _text;
    private readonly long _limit;

    private EventOutput(CommandConsole console, FileStream? file, EventText? text, long limit)
    {
        _console = console;
        _file = file;
        _text = text;
        _limit = limit;
    }

    /// <summary>Events that were written.</summary>
    public long Count { get; private set; }

    /// <summary>Whether as many were written as are wanted.</summary>
    public bool IsFull => Count >= _limit;

    /// <param name="console">Where events go without a file.</param>
    /// <param name="path">A file, which is written anew; null for standard output.</param>
    /// <param name="isJson">Whether events stay JSON.</param>
    /// <param name="limit">Events that are written at most.</param>
    /// <param name="output">What they are written to.</param>
    public static bool TryOpen(
        CommandConsole console, string? path, bool isJson, long limit, [NotNullWhen(true)] out EventOutput? output)
    {
        output = null;
        try
        {
            var file = path is null ? null : new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read);
            output = new EventOutput(console, file, isJson ? null : new EventText(file is null && console.OutHasColors), limit);
            return true;
        }
        catch (Exception failure) when (FileFailure.Describe(failure, path) is { } reason)
        {
            console.Error($"{DisplayNames.Of(path!)}: {reason}");
            return false;
        }
    }

    /// <summary>Writes lines of JSON.</summary>
    public void Write(ReadOnlyMemory<byte> lines)
    {
        while (!lines.IsEmpty && !IsFull)
        {
            int length = lines.Span.IndexOf((byte)'\n');
            var line = length < 0 ? lines : lines[..length];
            lines = length < 0 ? default : lines[(length + 1)..];
            if (line.IsEmpty)
                continue;
            WriteLine(_text is null ? line.Span : _text.Render(line));
            Count++;
        }
    }

    /// <summary>Shows what was written so far.</summary>
    public void Flush()
    {
        try
        {
            _file?.Flush();
        }
        catch (IOException failure)
        {
            throw new OutputFailedException(failure.Message, isClosed: false);
        }

        _console.Flush();
    }

    public void Dispose()
    {
        try
        {
            _file?.Dispose();
        }
        catch (IOException)
        {
            // Whoever cares whether all was written has flushed before.
        }
    }

    private void WriteLine(ReadOnlySpan<byte> line)
    {
        if (_file is null)
        {
            _console.WriteLine(line);
            return;
        }

        try
        {
            _file.Write(line);
            _file.WriteByte((byte)'\n');
        }
        catch (IOException failure)
        {
            throw new OutputFailedException(failure.Message, isClosed: false);
        }
    }
}
