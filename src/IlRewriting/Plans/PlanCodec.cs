using System.Buffers.Binary;
using System.Collections.Immutable;

namespace HogTrace.IlRewriting.Plans;

/// <summary>
/// Plans as bytes: how they get from the agent to the profiler, two libraries in one process that share no objects. Both
/// are of one build, so the bytes carry no version.
/// </summary>
internal static class PlanCodec
{
    private const byte Present = 1;

    public static void Write(List<byte> bytes, ProbePlan plan)
    {
        bytes.Add(plan.ReadsClock ? Present : (byte)0);
        Write(bytes, plan.Entry);
        Write(bytes, plan.Return);
        Write(bytes, plan.Throw);
    }

    /// <summary>Reads a plan that <see cref="Write(List{byte}, ProbePlan)"/> wrote, and moves past it.</summary>
    public static ProbePlan Read(ref ReadOnlySpan<byte> bytes)
    {
        bool readsClock = TakeByte(ref bytes) == Present;
        return new ProbePlan(ReadCall(ref bytes), ReadCall(ref bytes), ReadCall(ref bytes), readsClock);
    }

    private static void Write(List<byte> bytes, HookCall? call)
    {
        bytes.Add(call is null ? (byte)0 : Present);
        if (call is null)
            return;
        Span<byte> number = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(number, call.Id);
        bytes.AddRange(number);
        bytes.Add((byte)call.Form);
        bytes.Add((byte)call.Inputs.Length);
        foreach (var input in call.Inputs)
        {
            bytes.Add((byte)input.Kind);
            bytes.Add((byte)input.Position);
            bytes.Add((byte)(input.Position >> 8));
        }
    }

    private static HookCall? ReadCall(ref ReadOnlySpan<byte> bytes)
    {
        if (TakeByte(ref bytes) != Present)
            return null;
        int id = BinaryPrimitives.ReadInt32LittleEndian(bytes);
        bytes = bytes[sizeof(int)..];
        var form = (HookForm)TakeByte(ref bytes);
        int count = TakeByte(ref bytes);
        var inputs = ImmutableArray.CreateBuilder<HookInput>(count);
        for (int i = 0; i < count; i++)
        {
            var kind = (InputKind)TakeByte(ref bytes);
            inputs.Add(new HookInput(kind, (ushort)(TakeByte(ref bytes) | (TakeByte(ref bytes) << 8))));
        }

        return new HookCall(id, form, inputs.MoveToImmutable());
    }

    private static byte TakeByte(ref ReadOnlySpan<byte> bytes)
    {
        byte first = bytes[0];
        bytes = bytes[1..];
        return first;
    }
}
