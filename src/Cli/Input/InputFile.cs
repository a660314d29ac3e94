using System.Text;
using HogTrace.Bytecode;

namespace HogTrace.Cli.Input;

/// <summary>Something to read: a file, standard input, or a text of the command line.</summary>
internal sealed class InputFile
{
    public const string StandardInputPath = "-";

    private readonly string? _text;

    private InputFile(string? path, string? text, string name)
    {
        Path = path;
        _text = text;
        Name = name;
        DisplayName = DisplayNames.Of(name);
    }

    /// <summary>The path; null when it is no file of the file system.</summary>
    public string? Path { get; }

    /// <summary>The path as it was given, or what stands for it.</summary>
    public string Name { get; }

    /// <summary>What messages call it.</summary>
    public string DisplayName { get; }

    /// <summary>The name that a compiled program carries; empty when the source has none.</summary>
    public string SourceName => Path is null ? "" : System.IO.Path.GetFileName(Path);

    public static InputFile OfPath(string path) =>
        path == StandardInputPath ? new(null, null, "<stdin>") : new(path, null, path);

    public static InputFile OfText(string text) => new(null, text, "<-e>");

    /// <summary>All the bytes, or why there are none. Never holds more than the limit and a little.</summary>
    public bool TryRead(out byte[] bytes, out string error)
    {
        error = "";
        bytes = _text is null ? [] : Encoding.UTF8.GetBytes(_text);
        if (_text is not null)
            return true;
        if (!TryOpen(out Stream stream, out error))
            return false;
        using (stream)
            return TryRead(stream, out bytes, out error);
    }

    /// <summary>Opens a file or standard input, to be read as a stream.</summary>
    public bool TryOpen(out Stream stream, out string error)
    {
        stream = Stream.Null;
        error = "";
        try
        {
            stream = Path is null ? Console.OpenStandardInput() : new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 0);
            return true;
        }
        catch (Exception failure) when (FileFailure.Describe(failure, Path) is { } reason)
        {
            error = $"{DisplayName}: {reason}";
            return false;
        }
    }

    private bool TryRead(Stream stream, out byte[] bytes, out string error)
    {
        bytes = [];
        error = "";
        var content = new MemoryStream();
        byte[] buffer = new byte[64 << 10];
        try
        {
            for (int read; (read = stream.Read(buffer)) > 0;)
            {
                content.Write(buffer, 0, read);
                if (content.Length <= Limits.CommandInputBytes)
                    continue;
                error = $"{DisplayName}: larger than a program can be ({Limits.SourceBytes} bytes)";
                return false;
            }
        }
        catch (Exception failure) when (FileFailure.Describe(failure, Path) is { } reason)
        {
            error = $"{DisplayName}: {reason}";
            return false;
        }

        bytes = content.ToArray();
        return true;
    }
}
