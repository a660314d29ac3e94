using System.Diagnostics;
using HogTrace.AgentProtocol;

namespace HogTrace.Cli.Attaching;

/// <summary>
/// What a process says after the runtime has closed its channels: the agent writes it to a file in a folder that only this
/// user can enter, while the process ends.
/// </summary>
internal sealed class Remainder : IDisposable
{
    private static readonly TimeSpan s_step = TimeSpan.FromMilliseconds(10);

    // From the end of the channels to that of the agent's writing; the process itself may take longer to end.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(3);

    private readonly int _processId;
    private readonly DirectoryInfo _folder;

    private Remainder(int processId, DirectoryInfo folder)
    {
        _processId = processId;
        _folder = folder;
        Path = System.IO.Path.Combine(folder.FullName, "remainder");
    }

    /// <summary>Where the agent writes.</summary>
    public string Path { get; }

    /// <summary>Whether it was read to its end.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>Null where no such folder can be made: then what is captured last is lost.</summary>
    public static Remainder? TryCreate(int processId)
    {
        try
        {
            return new Remainder(processId, Directory.CreateTempSubdirectory("hogtrace-"));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The channel has ended without this side's wish, so the process ends: waits for what it writes.</summary>
    public void Read(MessageQueue messages)
    {
        for (var clock = Stopwatch.StartNew(); ;)
        {
            // Looked at before the file: what was written is there when the process isn't.
            bool isLast = clock.Elapsed > s_patience || !ProcessFiles.IsRunning(_processId);
            byte[] bytes = ReadFile();
            if (isLast || HasEnd(bytes))
            {
                Add(bytes, messages);
                return;
            }

            Thread.Sleep(s_step);
        }
    }

    public void Dispose()
    {
        try
        {
            _folder.Delete(recursive: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // A file more in the temporary folder hurts nobody.
        }
    }

    private byte[] ReadFile()
    {
        try
        {
            return File.Exists(Path) ? File.ReadAllBytes(Path) : [];
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static bool HasEnd(ReadOnlySpan<byte> bytes)
    {
        while (RemainderFormat.TryRead(ref bytes, out var kind, out _, out _))
        {
            if (kind == MessageKind.Ended)
                return true;
        }

        return false;
    }

    private void Add(ReadOnlySpan<byte> bytes, MessageQueue messages)
    {
        while (!IsWhole && RemainderFormat.TryRead(ref bytes, out var kind, out long number, out var payload))
        {
            IsWhole = kind == MessageKind.Ended;
            if (!IsWhole)
                messages.Add(new AgentMessage(kind, number, payload.ToArray()));
        }
    }
}
