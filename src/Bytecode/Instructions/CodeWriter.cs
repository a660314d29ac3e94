using System.Buffers.Binary;
using System.Collections.Immutable;

namespace HogTrace.Bytecode;

/// <summary>Encodes instructions; the generated part has one method for each.</summary>
internal sealed partial class CodeWriter
{
    private byte[] _code = new byte[64];

    /// <summary>Where the next instruction will stand.</summary>
    public int Offset { get; private set; }

    public ReadOnlySpan<byte> Code => _code.AsSpan(0, Offset);

    public ImmutableArray<byte> ToArray() => [.. Code];

    public void Clear() => Offset = 0;

    /// <summary>Makes the jump that returned the label land on the next instruction.</summary>
    /// <returns>False when that is farther away than a jump reaches.</returns>
    public bool TryPatch(int label)
    {
        int distance = Offset - (label + sizeof(ushort));
        if (distance > ushort.MaxValue)
            return false;
        BinaryPrimitives.WriteUInt16LittleEndian(_code.AsSpan(label), (ushort)distance);
        return true;
    }

    private void Byte(byte value)
    {
        if (Offset == _code.Length)
            Array.Resize(ref _code, _code.Length * 2);
        _code[Offset++] = value;
    }

    private void UInt16(ushort value)
    {
        Byte((byte)value);
        Byte((byte)(value >> 8));
    }

    /// <returns>The label: where the distance stands that is yet to be patched.</returns>
    private int Label()
    {
        int label = Offset;
        UInt16(0);
        return label;
    }
}
