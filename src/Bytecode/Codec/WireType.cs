namespace HogTrace.Bytecode;

/// <summary>How the value of a protobuf field is encoded.</summary>
internal enum WireType : byte
{
    Varint = 0,
    Fixed64 = 1,
    Length = 2,
    StartGroup = 3,
    EndGroup = 4,
    Fixed32 = 5,
}
