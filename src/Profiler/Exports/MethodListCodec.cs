using System.Buffers.Binary;
using HogTrace.Profiler.Probing;

namespace HogTrace.Profiler.Exports;

/// <summary>
/// Lists of methods: an int32 count, then for each its int64 function id and int32 token; in lists of failures an int32
/// HRESULT follows each. Little-endian, no padding.
/// </summary>
internal static class MethodListCodec
{
    private const int IdentitySize = sizeof(long) + sizeof(int);
    private const int FailureSize = IdentitySize + sizeof(int);

    public static bool TryRead(ReadOnlySpan<byte> bytes, out MethodIdentity[] methods)
    {
        methods = [];
        if (!BinaryPrimitives.TryReadInt32LittleEndian(bytes, out int count) || count < 0)
            return false;
        bytes = bytes[sizeof(int)..];
        if ((long)count * IdentitySize != bytes.Length)
            return false;
        methods = new MethodIdentity[count];
        for (int i = 0; i < count; i++, bytes = bytes[IdentitySize..])
        {
            methods[i] = new MethodIdentity(
                BinaryPrimitives.ReadInt64LittleEndian(bytes),
                BinaryPrimitives.ReadInt32LittleEndian(bytes[sizeof(long)..]));
        }

        return true;
    }

    /// <summary>How many failures there is room for; negative if not even for their count.</summary>
    public static int FailureCapacity(int capacity) => capacity < sizeof(int) ? -1 : (capacity - sizeof(int)) / FailureSize;

    public static void WriteFailures(Failure[] failures, Span<byte> bytes)
    {
        BinaryPrimitives.WriteInt32LittleEndian(bytes, failures.Length);
        bytes = bytes[sizeof(int)..];
        foreach (var failure in failures)
        {
            BinaryPrimitives.WriteInt64LittleEndian(bytes, failure.Method.FunctionId);
            BinaryPrimitives.WriteInt32LittleEndian(bytes[sizeof(long)..], failure.Method.Key.Token);
            BinaryPrimitives.WriteInt32LittleEndian(bytes[IdentitySize..], failure.Result);
            bytes = bytes[FailureSize..];
        }
    }
}
