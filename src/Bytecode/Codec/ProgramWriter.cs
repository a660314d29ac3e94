using Google.Protobuf;

namespace HogTrace.Bytecode;

/// <summary>Builds the messages of the first schema; version 1 gets the reference's fields only.</summary>
internal static class ProgramWriter
{
    public static Wire.Program ToWire(Program program)
    {
        bool extended = program.Version > BytecodeVersion.Reference;
        var message = new Wire.Program
        {
            Version = program.Version,
            ConstantPool = new Wire.ConstantPool(),
            // A rate too small for a float must not become 0, which would mean 1.
            Sampling = Math.Max((float)program.Sampling, float.Epsilon),
        };
        foreach (Constant constant in program.Constants)
            message.ConstantPool.Constants.Add(ToWire(constant));
        foreach (Probe probe in program.Probes)
            message.Probes.Add(ToWire(probe, extended));
        if (extended)
        {
            message.SourceName = program.SourceName;
            message.SourceText = program.SourceText;
        }

        return message;
    }

    private static Wire.Probe ToWire(Probe probe, bool extended)
    {
        var spec = new Wire.FnProbeSpec
        {
            FunctionSpecifier = probe.Specifier,
            Target = probe.Point == ProbePoint.Exit ? Wire.FnProbeTarget.Exit : Wire.FnProbeTarget.Entry,
        };
        var message = new Wire.Probe
        {
            Id = probe.Id,
            Spec = new Wire.ProbeSpec { Fn = spec },
            Predicate = ByteString.CopyFrom(probe.Predicate.AsSpan()),
            Body = ByteString.CopyFrom(probe.Body.AsSpan()),
        };
        if (!extended)
            return message;

        if (probe.Offset is uint offset)
            spec.Offset = offset;
        if (probe.Sampling is double sampling)
            message.Sampling = sampling;
        message.Positions = ByteString.CopyFrom(PositionsCodec.Write(probe.Positions));
        return message;
    }

    private static Wire.Constant ToWire(Constant constant) => constant.Kind switch
    {
        ConstantKind.None => new Wire.Constant { NoneValue = new Wire.NoneValue() },
        ConstantKind.Bool => new Wire.Constant { BoolValue = constant.Bits != 0 },
        ConstantKind.Int => new Wire.Constant { IntValue = constant.Bits },
        ConstantKind.Float => new Wire.Constant { FloatValue = constant.AsFloat },
        ConstantKind.String => new Wire.Constant { StringValue = constant.Text },
        ConstantKind.Identifier => new Wire.Constant { Identifier = constant.Text },
        ConstantKind.FieldName => new Wire.Constant { FieldName = constant.Text },
        _ => new Wire.Constant { FunctionName = constant.Text },
    };
}
