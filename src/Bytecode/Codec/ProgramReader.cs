using System.Collections.Immutable;

namespace HogTrace.Bytecode;

/// <summary>Reads a program; fields that come twice merge as protobuf says.</summary>
internal sealed class ProgramReader
{
    private readonly Rows<Constant> _constants = new();
    private readonly ProbesReader _probes = new();
    private uint _version;
    private string _sourceName = "";
    private string _sourceText = "";

    public float Sampling { get; set; }

    public static Rejection? Read(ReadOnlySpan<byte> message, out Program? program)
    {
        program = null;
        var reader = new ProgramReader();
        return reader.ReadFields(message) ?? reader.Finish(out program);
    }

    /// <summary>Reads the list's form, whose first three fields are those of <c>Program</c> and which has no others.</summary>
    public Rejection? ReadCompiled(ReadOnlySpan<byte> message)
    {
        if (ReadVersion(message) is { } unknown)
            return unknown;
        var fields = new WireReader(message);
        while (fields.Next())
        {
            if (ReadShared(in fields) is { } rejection)
                return rejection;
        }

        return fields.IsMalformed ? Malformed() : null;
    }

    public Rejection? Finish(out Program? program)
    {
        program = null;
        double sampling = Sampling == 0 ? 1.0 : Sampling;
        if (!SamplingRate.IsValid(sampling))
            return Reject.Because(RejectionCode.InvalidSampling, $"The sampling rate {sampling} is not in (0, 1].");
        if (_probes.Finish(_sourceText, out ImmutableArray<Probe> probes) is { } rejection)
            return rejection;
        program = new Program
        {
            Version = _version,
            Constants = _constants.ToImmutable(),
            Probes = probes,
            Sampling = sampling,
            SourceName = _sourceName,
            SourceText = _sourceText,
        };
        return null;
    }

    private Rejection? ReadFields(ReadOnlySpan<byte> message)
    {
        if (ReadVersion(message) is { } unknown)
            return unknown;
        var fields = new WireReader(message);
        while (fields.Next())
        {
            Rejection? rejection = null;
            switch ((fields.Field, fields.Type))
            {
                case (Wire.Program.SamplingFieldNumber, WireType.Fixed32):
                    Sampling = BitConverter.UInt32BitsToSingle((uint)fields.Number);
                    break;
                case (Wire.Program.SourceNameFieldNumber, WireType.Length):
                    rejection = WireText.Read(fields.Bytes, "source name", null, out _sourceName);
                    break;
                case (Wire.Program.SourceTextFieldNumber, WireType.Length):
                    rejection = WireText.Read(fields.Bytes, "source text", null, out _sourceText, Limits.SourceBytes);
                    break;
                default:
                    rejection = ReadShared(in fields);
                    break;
            }

            if (rejection is not null)
                return rejection;
        }

        return fields.IsMalformed ? Malformed() : null;
    }

    private Rejection? ReadShared(in WireReader fields) => (fields.Field, fields.Type) switch
    {
        (Wire.Program.ConstantPoolFieldNumber, WireType.Length) => ConstantReader.ReadPool(fields.Bytes, _constants),
        (Wire.Program.ProbesFieldNumber, WireType.Length) => _probes.Read(fields.Bytes),
        _ => null,
    };

    /// <summary>The version comes first, wherever it stands: what follows can't be judged without it.</summary>
    private Rejection? ReadVersion(ReadOnlySpan<byte> message)
    {
        var fields = new WireReader(message);
        while (fields.Next())
        {
            if ((fields.Field, fields.Type) == (Wire.Program.VersionFieldNumber, WireType.Varint))
                _version = (uint)fields.Number;
        }

        if (fields.IsMalformed)
            return Malformed();
        return BytecodeVersion.IsKnown(_version)
            ? null
            : Reject.Because(RejectionCode.UnknownVersion, $"Bytecode version {_version} is not known.");
    }

    private static Rejection Malformed() => Reject.Because(RejectionCode.MalformedMessage, $"The program is malformed.");
}
