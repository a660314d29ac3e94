using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace HogTrace.Cli.Attaching.Ports;

/// <summary>What a runtime says of itself and of its process.</summary>
/// <param name="CommandLine">As the process was started.</param>
/// <param name="Architecture">Such as x64.</param>
/// <param name="EntryAssembly">Simple name of the main assembly; empty while it isn't known.</param>
/// <param name="Version">Such as 10.0.12; empty for one that has none to tell.</param>
internal sealed record RuntimeDescription(string CommandLine, string Architecture, string EntryAssembly, string Version)
{
    private const int ProcessIdAndCookie = 8 + 16;

    /// <summary>The first part of the version; 0 when unknown.</summary>
    public int Major =>
        int.TryParse(Version.Split('.', '-', '+')[0], NumberStyles.None, CultureInfo.InvariantCulture, out int major) ? major : 0;

    /// <summary>Reads the answer to <see cref="DiagnosticsCommand.ProcessInformation"/>.</summary>
    public static RuntimeDescription Read(ReadOnlySpan<byte> payload)
    {
        if (payload.Length < ProcessIdAndCookie)
            throw new InvalidDataException("The answer is too short.");
        var rest = payload[ProcessIdAndCookie..];
        string commandLine = ReadText(ref rest);
        ReadText(ref rest);                         // the operating system is ours
        string architecture = ReadText(ref rest);
        string entry = ReadText(ref rest);
        // 10.0.12+0123abc: what it was built from is no version for people.
        return new RuntimeDescription(commandLine, architecture, entry, ReadText(ref rest).Split('+', ' ')[0]);
    }

    private static string ReadText(ref ReadOnlySpan<byte> rest)
    {
        if (rest.Length < sizeof(int))
            throw new InvalidDataException("The answer is too short.");
        long bytes = 2L * BinaryPrimitives.ReadUInt32LittleEndian(rest);
        if (bytes > rest.Length - sizeof(int))
            throw new InvalidDataException("The answer is too short.");
        string text = Encoding.Unicode.GetString(rest.Slice(sizeof(int), (int)bytes)).TrimEnd('\0');
        rest = rest[(sizeof(int) + (int)bytes)..];
        return text;
    }
}
