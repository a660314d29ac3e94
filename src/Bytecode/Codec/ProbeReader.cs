namespace HogTrace.Bytecode;

/// <summary>Reads one probe.</summary>
internal static class ProbeReader
{
    public static Rejection? Read(ReadOnlySpan<byte> message, int index, out Probe? probe, out byte[] positions)
    {
        probe = null;
        positions = [];
        if (ReadId(message, index, out string id) is { } badId)
            return badId;

        var spec = new ProbeSpecReader(id);
        ReadOnlySpan<byte> predicate = default;
        ReadOnlySpan<byte> body = default;
        ReadOnlySpan<byte> packed = default;
        double? sampling = null;
        var fields = new WireReader(message);
        while (fields.Next())
        {
            Rejection? rejection = null;
            switch ((fields.Field, fields.Type))
            {
                case (Wire.Probe.SpecFieldNumber, WireType.Length):
                    rejection = spec.Read(fields.Bytes);
                    break;
                case (Wire.Probe.PredicateFieldNumber, WireType.Length):
                    predicate = fields.Bytes;
                    break;
                case (Wire.Probe.BodyFieldNumber, WireType.Length):
                    body = fields.Bytes;
                    break;
                case (Wire.Probe.SamplingFieldNumber, WireType.Fixed64):
                    sampling = BitConverter.UInt64BitsToDouble(fields.Number);
                    break;
                case (Wire.Probe.PositionsFieldNumber, WireType.Length):
                    packed = fields.Bytes;
                    break;
            }

            if (rejection is not null)
                return rejection;
        }

        if (Check(spec, predicate, body, sampling) is { } unfit)
            return unfit;
        positions = packed.ToArray();
        probe = new Probe
        {
            Id = id,
            Specifier = spec.Specifier,
            Point = spec.Target == Wire.FnProbeTarget.Exit ? ProbePoint.Exit : ProbePoint.Entry,
            Offset = spec.Offset,
            Sampling = sampling,
            Predicate = [.. predicate],
            Body = [.. body],
        };
        return null;
    }

    private static Rejection? Check(ProbeSpecReader spec, ReadOnlySpan<byte> predicate, ReadOnlySpan<byte> body, double? sampling)
    {
        string id = spec.Probe;
        if (!spec.IsPresent)
            return Reject.Because(RejectionCode.ProbeWithoutSpec, id, $"The probe does not say where it stands.");
        if (spec.Target is not (Wire.FnProbeTarget.Entry or Wire.FnProbeTarget.Exit))
            return Reject.Because(RejectionCode.UnknownTarget, id, $"Target {(int)spec.Target} is neither entry nor exit.");
        int length = Math.Max(predicate.Length, body.Length);
        if (length > Limits.CodeBytes)
            return Reject.Because(RejectionCode.CodeTooLong, id, $"The code is {length} bytes long; {Limits.CodeBytes} are allowed.");
        if (sampling is double rate && !SamplingRate.IsValid(rate))
            return Reject.Because(RejectionCode.InvalidSampling, id, $"The sampling rate {rate} is not in (0, 1].");
        return null;
    }

    /// <summary>The id comes first, wherever it stands: other rejections name the probe by it.</summary>
    private static Rejection? ReadId(ReadOnlySpan<byte> message, int index, out string id)
    {
        id = "";
        var fields = new WireReader(message);
        while (fields.Next())
        {
            if ((fields.Field, fields.Type) == (Wire.Probe.IdFieldNumber, WireType.Length)
                && WireText.Read(fields.Bytes, "probe id", null, out id) is { } rejection)
                return rejection;
        }

        if (fields.IsMalformed)
            return Reject.Because(RejectionCode.MalformedMessage, $"Probe {index} is malformed.");
        return id.Length == 0 ? Reject.Because(RejectionCode.EmptyProbeId, $"Probe {index} has no id.") : null;
    }
}
