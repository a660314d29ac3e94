using System.Buffers.Text;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace HogTrace.AgentProtocol;

/// <summary>What a client asks, as the arguments of an event provider.</summary>
internal sealed record SessionRequest
{
    private const string CommandKey = "command", SessionKey = "session", VersionKey = "protocol", ProgramKey = "program",
        NameKey = "name", PatternKey = "pattern", FrameworkKey = "framework", PolicyKey = "policy", WaitKey = "wait",
        RemainderKey = "remainder";

    /// <summary>
    /// Characters that the program's argument may have: one message of the diagnostics protocol carries 64 KiB of UTF-16,
    /// the rest of the request included.
    /// </summary>
    private const int MaxProgramCharacters = 30_000;

    /// <summary>A program of a client is at most 1 MiB; what inflates to more is refused.</summary>
    private const int MaxProgramBytes = 1 << 20;

    public int Version { get; init; } = ProtocolVersion.Current;

    public required SessionCommand Command { get; init; }

    /// <summary>Tells the messages of this session from others'. Letters and digits.</summary>
    public required string Session { get; init; }

    /// <summary>The compiled program as protobuf; empty where the command has none.</summary>
    public byte[] Program { get; init; } = [];

    /// <summary>Name of the program.</summary>
    public string ProgramName { get; init; } = "";

    /// <summary>Of <see cref="SessionCommand.List"/>.</summary>
    public string Pattern { get; init; } = "";

    /// <summary>Whether patterns that begin with a wildcard also match the framework's own methods.</summary>
    public bool IncludesFramework { get; init; }

    /// <summary>Name of a <c>MemberPolicy</c>; empty for the default.</summary>
    public string MemberPolicy { get; init; } = "";

    /// <summary>Whether the start of the process waits until the probes are armed (<c>hogtrace run</c>).</summary>
    public bool ArmsAtStart { get; init; }

    /// <summary>
    /// A file in a folder of the client's for what can't come over the channel any more: the runtime closes that before the
    /// last code of a process has run. As <see cref="RemainderFormat"/> says; empty for none.
    /// </summary>
    public string Remainder { get; init; } = "";

    /// <summary>Whether the program fits; else say so before a session is begun.</summary>
    public bool Fits => Encode(Program).Length <= MaxProgramCharacters;

    public IDictionary<string, string> ToArguments() => new Dictionary<string, string>
    {
        [VersionKey] = Version.ToString(CultureInfo.InvariantCulture),
        [CommandKey] = Command.ToString(),
        [SessionKey] = Session,
        [ProgramKey] = Encode(Program),
        [NameKey] = EncodeText(ProgramName),
        [PatternKey] = EncodeText(Pattern),
        [FrameworkKey] = IncludesFramework ? "1" : "0",
        [PolicyKey] = MemberPolicy,
        [WaitKey] = ArmsAtStart ? "1" : "0",
        [RemainderKey] = EncodeText(Remainder),
    };

    /// <summary>Null when the arguments are no request; another version's has nothing but its number and session.</summary>
    public static SessionRequest? FromArguments(IDictionary<string, string?>? arguments)
    {
        if (arguments is null || !int.TryParse(Get(arguments, VersionKey), CultureInfo.InvariantCulture, out int version))
            return null;
        if (version != ProtocolVersion.Current)
            return new SessionRequest { Version = version, Command = SessionCommand.Bind, Session = Get(arguments, SessionKey) };
        if (CommandOf(Get(arguments, CommandKey)) is not { } command)
            return null;
        try
        {
            return new SessionRequest
            {
                Version = version,
                Command = command,
                Session = Get(arguments, SessionKey),
                Program = Decode(Get(arguments, ProgramKey)),
                ProgramName = DecodeText(Get(arguments, NameKey)),
                Pattern = DecodeText(Get(arguments, PatternKey)),
                IncludesFramework = Get(arguments, FrameworkKey) == "1",
                MemberPolicy = Get(arguments, PolicyKey),
                ArmsAtStart = Get(arguments, WaitKey) == "1",
                Remainder = DecodeText(Get(arguments, RemainderKey)),
            };
        }
        catch (Exception e) when (e is FormatException or InvalidDataException)
        {
            return null;
        }
    }

    // Not by Enum.TryParse, which would be compiled and would look all names up in the process that is attached to.
    private static SessionCommand? CommandOf(string name) => name switch
    {
        nameof(SessionCommand.Trace) => SessionCommand.Trace,
        nameof(SessionCommand.Bind) => SessionCommand.Bind,
        nameof(SessionCommand.List) => SessionCommand.List,
        nameof(SessionCommand.Finish) => SessionCommand.Finish,
        _ => null,
    };

    private static string Get(IDictionary<string, string?> arguments, string key) =>
        arguments.TryGetValue(key, out string? value) ? value ?? "" : "";

    // Letters, digits, '-' and '_' only: the runtime splits arguments at '=' and ';'.
    private static string EncodeText(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    private static string DecodeText(string text) => Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text));

    private static string Encode(byte[] program)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            deflate.Write(program);
        return Base64Url.EncodeToString(packed.ToArray());
    }

    private static byte[] Decode(string text)
    {
        if (text.Length == 0)
            return [];
        using var packed = new MemoryStream(Base64Url.DecodeFromChars(text));
        using var deflate = new DeflateStream(packed, CompressionMode.Decompress);
        byte[] buffer = new byte[MaxProgramBytes + 1];
        int length = deflate.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        return length <= MaxProgramBytes ? buffer[..length] : throw new InvalidDataException("The program is too large.");
    }
}
