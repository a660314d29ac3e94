using System.Text;

namespace HogTrace.Cli.Output;

/// <summary>Where a command writes: results to standard output, buffered, and what is wrong to standard error.</summary>
internal sealed class CommandConsole : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(200);

    // Held while a result is written, so that an interrupt flushes whole lines only.
    private readonly object _gate = new();
    private readonly StreamWriter _out = new(new StandardOutput(), new UTF8Encoding(false), 32 << 10) { NewLine = "\n" };

    /// <summary>Standard output as text.</summary>
    public TextWriter Out => _out;

    public TextWriter ErrorWriter { get; } = Console.Error;

    /// <summary>Whether standard output takes colours.</summary>
    public bool OutHasColors { get; } = !Console.IsOutputRedirected && AllowsColors();

    /// <summary>Whether standard error takes colours.</summary>
    public bool ErrorHasColors { get; } = !Console.IsErrorRedirected && AllowsColors();

    /// <summary>Characters of a line on standard output's terminal; null when it goes elsewhere.</summary>
    public int? OutWidth { get; } = Console.IsOutputRedirected || Console.WindowWidth <= 1 ? null : Console.WindowWidth;

    /// <summary>What an interrupt does in place of ending the command at once; null for that.</summary>
    public Action? Interrupted { get; set; }

    /// <summary>Says on one line what is wrong.</summary>
    public void Error(string message) => ErrorWriter.WriteLine($"hogtrace: {OneLine(message)}");

    /// <summary>Says on one line what deserves attention.</summary>
    public void Warning(string message) => ErrorWriter.WriteLine($"hogtrace: warning: {OneLine(message)}");

    /// <summary>Writes bytes after all text so far.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        lock (_gate)
        {
            _out.Flush();
            _out.BaseStream.Write(bytes);
        }
    }

    /// <summary>Writes one line of UTF-8, unflushed.</summary>
    public void WriteLine(ReadOnlySpan<byte> line)
    {
        lock (_gate)
            _out.WriteLine(Encoding.UTF8.GetString(line));
    }

    public void Flush()
    {
        lock (_gate)
            _out.Flush();
    }

    /// <summary>Flushes if that is still possible; whoever cares whether it is has flushed before.</summary>
    public void Dispose()
    {
        try
        {
            lock (_gate)
                _out.Dispose();
        }
        catch (OutputFailedException)
        {
        }
    }

    /// <summary>Saves what was written so far, unless the output is stuck. From the thread of a signal.</summary>
    public void FlushOnInterrupt()
    {
        if (!Monitor.TryEnter(_gate, s_patience))
            return;
        try
        {
            Flush();
        }
        catch (OutputFailedException)
        {
            // The process ends either way.
        }
        finally
        {
            Monitor.Exit(_gate);
        }
    }


    private static bool AllowsColors() =>
        string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") != "dumb";

    private static string OneLine(string message) =>
        string.Join(' ', message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
