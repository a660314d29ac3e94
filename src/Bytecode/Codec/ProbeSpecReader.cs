namespace HogTrace.Bytecode;

/// <summary>Reads where a probe stands.</summary>
internal sealed class ProbeSpecReader(string probe)
{
    private string _specifier = "";

    public string Probe { get; } = probe;

    public bool IsPresent { get; private set; }

    public string Specifier => _specifier;

    public Wire.FnProbeTarget Target { get; private set; }

    public uint? Offset { get; private set; }

    public Rejection? Read(ReadOnlySpan<byte> message)
    {
        var fields = new WireReader(message);
        while (fields.Next())
        {
            if ((fields.Field, fields.Type) == (Wire.ProbeSpec.FnFieldNumber, WireType.Length)
                && ReadFn(fields.Bytes) is { } rejection)
                return rejection;
        }

        return fields.IsMalformed ? Malformed() : null;
    }

    private Rejection? ReadFn(ReadOnlySpan<byte> message)
    {
        IsPresent = true;
        var fields = new WireReader(message);
        while (fields.Next())
        {
            switch ((fields.Field, fields.Type))
            {
                case (Wire.FnProbeSpec.FunctionSpecifierFieldNumber, WireType.Length):
                    if (WireText.Read(fields.Bytes, "function specifier", Probe, out _specifier) is { } rejection)
                        return rejection;
                    break;
                case (Wire.FnProbeSpec.TargetFieldNumber, WireType.Varint):
                    Target = (Wire.FnProbeTarget)(int)fields.Number;
                    break;
                case (Wire.FnProbeSpec.OffsetFieldNumber, WireType.Varint):
                    Offset = (uint)fields.Number;
                    break;
            }
        }

        return fields.IsMalformed ? Malformed() : null;
    }

    private Rejection Malformed() => Reject.Because(RejectionCode.MalformedMessage, Probe, $"The spec is malformed.");
}
