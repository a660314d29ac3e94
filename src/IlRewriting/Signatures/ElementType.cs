namespace HogTrace.IlRewriting.Signatures;

/// <summary>The bytes that types begin with in signatures (ECMA-335, II.23.1.16).</summary>
internal enum ElementType : byte
{
    /// <summary>No type.</summary>
    None = 0x00,
    Void = 0x01,
    Boolean = 0x02,
    Char = 0x03,
    Int8 = 0x04,
    UInt8 = 0x05,
    Int16 = 0x06,
    UInt16 = 0x07,
    Int32 = 0x08,
    UInt32 = 0x09,
    Int64 = 0x0A,
    UInt64 = 0x0B,
    Float32 = 0x0C,
    Float64 = 0x0D,
    String = 0x0E,
    Pointer = 0x0F,
    Reference = 0x10,
    ValueType = 0x11,
    Class = 0x12,

    /// <summary>A type parameter of the type.</summary>
    TypeParameter = 0x13,
    Array = 0x14,
    Instance = 0x15,
    TypedReference = 0x16,
    NativeInt = 0x18,
    NativeUInt = 0x19,
    FunctionPointer = 0x1B,
    Object = 0x1C,
    Vector = 0x1D,

    /// <summary>A type parameter of the method.</summary>
    MethodParameter = 0x1E,
    RequiredModifier = 0x1F,
    OptionalModifier = 0x20,

    /// <summary>Not a type: what follows are the arguments of this call that its method doesn't declare.</summary>
    Sentinel = 0x41,
    Pinned = 0x45,
}
