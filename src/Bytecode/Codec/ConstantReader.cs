namespace HogTrace.Bytecode;

/// <summary>Reads constants.</summary>
internal static class ConstantReader
{
    public static Rejection? ReadPool(ReadOnlySpan<byte> message, Rows<Constant> constants)
    {
        var fields = new WireReader(message);
        while (fields.Next())
        {
            if ((fields.Field, fields.Type) != (Wire.ConstantPool.ConstantsFieldNumber, WireType.Length))
                continue;
            if (constants.Count == Limits.Constants)
                return Reject.Because(RejectionCode.TooManyConstants, $"The program has more than {Limits.Constants} constants.");
            if (Read(fields.Bytes, constants.Count, out Constant constant) is { } rejection)
                return rejection;
            constants.Add(constant);
        }

        return fields.IsMalformed
            ? Reject.Because(RejectionCode.MalformedMessage, $"The constant pool is malformed.")
            : null;
    }

    /// <summary>Of several values the last counts, as protobuf says of a oneof.</summary>
    private static Rejection? Read(ReadOnlySpan<byte> message, int index, out Constant constant)
    {
        constant = default;
        bool hasValue = false;
        var fields = new WireReader(message);
        while (fields.Next())
        {
            if (ReadText(in fields, index, out Constant? text) is { } rejection)
                return rejection;
            if ((text ?? ReadValue(in fields)) is not { } value)
                continue;
            constant = value;
            hasValue = true;
        }

        if (fields.IsMalformed)
            return Reject.Because(RejectionCode.MalformedMessage, $"Constant {index} is malformed.");
        return hasValue ? null : Reject.Because(RejectionCode.ConstantWithoutValue, $"Constant {index} has no value.");
    }

    private static Constant? ReadValue(in WireReader fields) => (fields.Field, fields.Type) switch
    {
        (Wire.Constant.IntValueFieldNumber, WireType.Varint) => Constant.Int((long)fields.Number),
        (Wire.Constant.FloatValueFieldNumber, WireType.Fixed64) => Constant.Float(BitConverter.UInt64BitsToDouble(fields.Number)),
        (Wire.Constant.BoolValueFieldNumber, WireType.Varint) => Constant.Bool(fields.Number != 0),
        (Wire.Constant.NoneValueFieldNumber, WireType.Length) => Constant.None,
        _ => null,
    };

    private static Rejection? ReadText(in WireReader fields, int index, out Constant? constant)
    {
        constant = null;
        if (fields.Type != WireType.Length || !IsText(fields.Field))
            return null;
        if (WireText.Read(fields.Bytes, $"constant {index}", null, out string text) is { } rejection)
            return rejection;
        constant = fields.Field switch
        {
            Wire.Constant.StringValueFieldNumber => Constant.String(text),
            Wire.Constant.IdentifierFieldNumber => Constant.Identifier(text),
            Wire.Constant.FieldNameFieldNumber => Constant.FieldName(text),
            _ => Constant.FunctionName(text),
        };
        return null;
    }

    private static bool IsText(int field) => field
        is Wire.Constant.StringValueFieldNumber
        or Wire.Constant.IdentifierFieldNumber
        or Wire.Constant.FieldNameFieldNumber
        or Wire.Constant.FunctionNameFieldNumber;
}
