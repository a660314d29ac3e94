using System.Buffers.Binary;
using System.Text.Unicode;
using HogTrace.IlRewriting.Plans;
using HogTrace.Profiler.Probing;

namespace HogTrace.Profiler.Exports;

/// <summary>
/// Requests for arming: an int32 count, then for each method its int64 function id, int32 token, and plan. Responses: for
/// each method in order an int32 status, an int16 length, and as many bytes of UTF-8. Little-endian, no padding.
/// </summary>
internal static class ArmRequestCodec
{
    private const int IdentitySize = sizeof(long) + sizeof(int);
    private const int ResultSize = sizeof(int) + sizeof(short);

    /// <summary>The size of a response without details.</summary>
    public static long LeastResponse(int count) => (long)count * ResultSize;

    public static bool TryRead(ReadOnlySpan<byte> bytes, out ArmRequest[] requests)
    {
        requests = [];
        if (!BinaryPrimitives.TryReadInt32LittleEndian(bytes, out int count) || count < 0 || count > bytes.Length / IdentitySize)
            return false;
        bytes = bytes[sizeof(int)..];
        var read = new ArmRequest[count];
        for (int i = 0; i < count; i++)
        {
            if (bytes.Length < IdentitySize)
                return false;
            long functionId = BinaryPrimitives.ReadInt64LittleEndian(bytes);
            int token = BinaryPrimitives.ReadInt32LittleEndian(bytes[sizeof(long)..]);
            bytes = bytes[IdentitySize..];
            if (ReadPlan(ref bytes) is not { } plan)
                return false;
            read[i] = new ArmRequest(functionId, token, plan);
        }

        requests = read;
        return bytes.IsEmpty;
    }

    // The codec reads what its own build wrote, and checks nothing; null for what it didn't write.
    private static ProbePlan? ReadPlan(ref ReadOnlySpan<byte> bytes)
    {
        try
        {
            return PlanCodec.Read(ref bytes);
        }
        catch (Exception exception) when (exception is IndexOutOfRangeException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Details are cut to what there is room for.</summary>
    public static void WriteResponse(ArmResult[] results, Span<byte> bytes)
    {
        for (int i = 0; i < results.Length; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes, results[i].Status);
            int following = (results.Length - 1 - i) * ResultSize;
            int room = Math.Min(bytes.Length - ResultSize - following, short.MaxValue);
            Utf8.FromUtf16(results[i].Detail, bytes.Slice(ResultSize, room), out _, out int length);
            BinaryPrimitives.WriteInt16LittleEndian(bytes[sizeof(int)..], (short)length);
            bytes = bytes[(ResultSize + length)..];
        }
    }
}
