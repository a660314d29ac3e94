using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using HogTrace.IlRewriting.Plans;

namespace HogTrace.Agent.Arming;

/// <summary>The profiler, by the functions that its library exports. One thread at a time.</summary>
internal sealed unsafe class ProfilerLibrary
{
    // For each method: a status, a length and a text.
    private const int ResponseBytesAMethod = 256;

    private readonly delegate* unmanaged<int> _state;
    private readonly delegate* unmanaged<byte*, int, byte*, int, int> _arm;
    private readonly delegate* unmanaged<byte*, int, int> _disarm;
    private readonly delegate* unmanaged<byte*, int, int> _failures;

    private ProfilerLibrary(nint library)
    {
        _state = (delegate* unmanaged<int>)NativeLibrary.GetExport(library, ProfilerIdentity.StateExport);
        _arm = (delegate* unmanaged<byte*, int, byte*, int, int>)NativeLibrary.GetExport(library, ProfilerIdentity.ArmExport);
        _disarm = (delegate* unmanaged<byte*, int, int>)NativeLibrary.GetExport(library, ProfilerIdentity.DisarmExport);
        _failures = (delegate* unmanaged<byte*, int, int>)NativeLibrary.GetExport(library, ProfilerIdentity.FailuresExport);
    }

    /// <summary>Whether a runtime has loaded it as its profiler; what goes on only because of that.</summary>
    public ProfilerState State => _state() switch
    {
        0 => ProfilerState.Absent,
        1 => ProfilerState.Attached,
        2 => ProfilerState.AtStart,
        _ => ProfilerState.Failed,
    };

    /// <summary>Null when there is no such library, or it isn't one of ours.</summary>
    public static ProfilerLibrary? TryLoad(string path)
    {
        try
        {
            return File.Exists(path) && NativeLibrary.TryLoad(path, out nint library) ? new ProfilerLibrary(library) : null;
        }
        catch (EntryPointNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Puts plans into methods.</summary>
    /// <returns>For each method, null when it is armed, else why it isn't.</returns>
    public string?[] Arm(IReadOnlyList<PlannedMethod> methods)
    {
        var request = new List<byte>();
        AddInt32(request, methods.Count);
        foreach (var (method, plan) in methods)
        {
            Add(request, method);
            PlanCodec.Write(request, plan);
        }

        byte[] response = new byte[methods.Count * ResponseBytesAMethod];
        byte[] bytes = [.. request];
        int result;
        fixed (byte* from = bytes)
        fixed (byte* to = response)
            result = _arm(from, bytes.Length, to, response.Length);
        return result < 0
            ? [.. methods.Select(_ => $"the runtime refused to replace code ({result:X8})")]
            : ReadStatus(response, methods.Count);
    }

    /// <summary>Takes the plans out.</summary>
    public void Disarm(IReadOnlyCollection<MethodKey> methods)
    {
        var request = new List<byte>();
        AddInt32(request, methods.Count);
        foreach (var method in methods)
            Add(request, method);
        byte[] bytes = [.. request];
        fixed (byte* from = bytes)
            _ = _disarm(from, bytes.Length);
    }

    /// <summary>Methods that turned out later not to take their plan, with why.</summary>
    public IReadOnlyList<RefusedMethod> TakeFailures()
    {
        byte[] response = new byte[4096];
        fixed (byte* to = response)
        {
            if (_failures(to, response.Length) < 0)
                return [];
        }

        var failures = new List<RefusedMethod>();
        ReadOnlySpan<byte> rest = response;
        int count = TakeInt32(ref rest);
        for (int i = 0; i < count; i++)
        {
            long function = TakeInt64(ref rest);
            int token = TakeInt32(ref rest);
            failures.Add(new RefusedMethod(new MethodKey(function, token), $"the runtime refused its new code ({TakeInt32(ref rest):X8})"));
        }

        return failures;
    }

    private static string?[] ReadStatus(ReadOnlySpan<byte> response, int count)
    {
        string?[] reasons = new string?[count];
        for (int i = 0; i < count; i++)
        {
            int status = TakeInt32(ref response);
            int length = BinaryPrimitives.ReadInt16LittleEndian(response);
            string text = Encoding.UTF8.GetString(response.Slice(sizeof(short), length));
            response = response[(sizeof(short) + length)..];
            if (status != 0)
                reasons[i] = text.Length > 0 ? text : $"the runtime refused ({status:X8})";
        }

        return reasons;
    }

    private static void Add(List<byte> bytes, MethodKey method)
    {
        Span<byte> number = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(number, method.Function);
        bytes.AddRange(number);
        AddInt32(bytes, method.Token);
    }

    private static void AddInt32(List<byte> bytes, int value)
    {
        Span<byte> number = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(number, value);
        bytes.AddRange(number);
    }

    private static int TakeInt32(ref ReadOnlySpan<byte> bytes)
    {
        int value = BinaryPrimitives.ReadInt32LittleEndian(bytes);
        bytes = bytes[sizeof(int)..];
        return value;
    }

    private static long TakeInt64(ref ReadOnlySpan<byte> bytes)
    {
        long value = BinaryPrimitives.ReadInt64LittleEndian(bytes);
        bytes = bytes[sizeof(long)..];
        return value;
    }
}
