namespace HogTrace.Bytecode;

/// <summary>An entry of the constant pool. Equal when kind and content are; floats by their bits.</summary>
internal readonly record struct Constant
{
    private Constant(ConstantKind kind, long bits, string? text)
    {
        Kind = kind;
        Bits = bits;
        Text = text;
    }

    public ConstantKind Kind { get; }

    /// <summary>The value of an Int, the bits of a Float, 0 or 1 of a Bool.</summary>
    public long Bits { get; }

    /// <summary>The content of a String or a name, else null.</summary>
    public string? Text { get; }

    public static Constant None => default;

    /// <summary>Whether the constant carries text, so that the reference accepts it as a name.</summary>
    public bool IsText => Kind >= ConstantKind.String;

    public double AsFloat => BitConverter.Int64BitsToDouble(Bits);

    public static Constant Bool(bool value) => new(ConstantKind.Bool, value ? 1 : 0, null);

    public static Constant Int(long value) => new(ConstantKind.Int, value, null);

    public static Constant Float(double value) => new(ConstantKind.Float, BitConverter.DoubleToInt64Bits(value), null);

    public static Constant String(string text) => new(ConstantKind.String, 0, text);

    public static Constant Identifier(string name) => new(ConstantKind.Identifier, 0, name);

    public static Constant FieldName(string name) => new(ConstantKind.FieldName, 0, name);

    public static Constant FunctionName(string name) => new(ConstantKind.FunctionName, 0, name);
}
