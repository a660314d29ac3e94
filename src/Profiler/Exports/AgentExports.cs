using System.Runtime.InteropServices;
using HogTrace.IlRewriting.Plans;
using HogTrace.Profiler.Com;
using HogTrace.Profiler.Hosting;
using HogTrace.Profiler.Probing;

namespace HogTrace.Profiler.Exports;

/// <summary>What the agent calls, in the same process but of another runtime. Nothing is thrown out of it.</summary>
internal static unsafe class AgentExports
{
    /// <summary>0: no runtime has loaded the profiler; 1: attached; 2: loaded at the start; negative: that failed.</summary>
    [UnmanagedCallersOnly(EntryPoint = ProfilerIdentity.StateExport)]
    private static int State() => ProfilerState.Current;

    /// <summary>Puts hooks into methods; see <see cref="ArmRequestCodec"/> for the bytes.</summary>
    /// <returns>0 or an HRESULT; each method has a status of its own.</returns>
    [UnmanagedCallersOnly(EntryPoint = ProfilerIdentity.ArmExport)]
    private static int Arm(byte* request, int length, byte* response, int capacity)
    {
        try
        {
            if (ProfilerState.Current <= ProfilerState.NotLoaded || ProfilerState.Attachment is not { } attachment)
                return HResult.NotReady;
            if (!ArmRequestCodec.TryRead(new ReadOnlySpan<byte>(request, length), out var requests))
                return HResult.InvalidArgument;
            if (capacity < ArmRequestCodec.LeastResponse(requests.Length))
                return HResult.InsufficientBuffer;
            ArmResult[] results = [];
            int result = attachment.Worker.Run(() =>
            {
                results = attachment.Prober.Arm(requests);
                return HResult.Ok;
            });
            if (!HResult.Failed(result))
                ArmRequestCodec.WriteResponse(results, new Span<byte>(response, capacity));
            return result;
        }
        catch (Exception)
        {
            return HResult.Fail;
        }
    }

    /// <summary>Takes hooks out of methods, which need not have any; see <see cref="MethodListCodec"/> for the bytes.</summary>
    /// <returns>0 or an HRESULT.</returns>
    [UnmanagedCallersOnly(EntryPoint = ProfilerIdentity.DisarmExport)]
    private static int Disarm(byte* request, int length)
    {
        try
        {
            if (ProfilerState.Current <= ProfilerState.NotLoaded || ProfilerState.Attachment is not { } attachment)
                return HResult.NotReady;
            if (!MethodListCodec.TryRead(new ReadOnlySpan<byte>(request, length), out var methods))
                return HResult.InvalidArgument;
            return attachment.Worker.Run(() => attachment.Prober.Disarm(methods));
        }
        catch (Exception)
        {
            return HResult.Fail;
        }
    }

    /// <summary>Takes what failed after arming; see <see cref="MethodListCodec"/> for the bytes.</summary>
    [UnmanagedCallersOnly(EntryPoint = ProfilerIdentity.FailuresExport)]
    private static int TakeFailures(byte* response, int capacity)
    {
        try
        {
            if (ProfilerState.Attachment is not { } attachment)
                return HResult.NotReady;
            int room = MethodListCodec.FailureCapacity(capacity);
            if (room < 0)
                return HResult.InsufficientBuffer;
            MethodListCodec.WriteFailures(attachment.Failures.Take(room), new Span<byte>(response, capacity));
            return HResult.Ok;
        }
        catch (Exception)
        {
            return HResult.Fail;
        }
    }

    /// <summary>Armed now, bodies rewritten, compilations finished, errors, and methods compiled anew with no hooks, now.</summary>
    [UnmanagedCallersOnly(EntryPoint = ProfilerIdentity.StatisticsExport)]
    private static int ReadStatistics(long* values, int count)
    {
        try
        {
            if (ProfilerState.Attachment is not { } attachment)
                return HResult.NotReady;
            var (table, counters) = (attachment.Table, attachment.Counters);
            ReadOnlySpan<long> all = [table.ArmedCount, counters.Rewritten, counters.Compiled, counters.Errors, table.BystanderCount];
            all[..Math.Clamp(count, 0, all.Length)].CopyTo(new Span<long>(values, Math.Max(count, 0)));
            return HResult.Ok;
        }
        catch (Exception)
        {
            return HResult.Fail;
        }
    }
}
