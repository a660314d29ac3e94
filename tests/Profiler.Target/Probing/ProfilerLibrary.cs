using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;
using HogTrace.IlRewriting.Plans;

namespace HogTrace.Tests.Profiler.Target.Probing;

/// <summary>The profiler's exports, called as the agent calls them.</summary>
internal sealed unsafe class ProfilerLibrary(string path)
{
    private const int ResponseBytesAMethod = 256;
    private const int FailureBytes = 1024;

    private readonly nint _library = NativeLibrary.Load(path);

    public int State => ((delegate* unmanaged<int>)Export(ProfilerIdentity.StateExport))();

    /// <summary>Armed, rewritten, compiled, errors, and methods that were compiled anew with no hooks.</summary>
    public long[] Statistics
    {
        get
        {
            long[] values = new long[5];
            fixed (long* start = values)
                Checked(((delegate* unmanaged<long*, int, int>)Export(ProfilerIdentity.StatisticsExport))(start, values.Length));
            return values;
        }
    }

    public int FailureCount
    {
        get
        {
            byte[] response = new byte[FailureBytes];
            fixed (byte* start = response)
                Checked(((delegate* unmanaged<byte*, int, int>)Export(ProfilerIdentity.FailuresExport))(start, response.Length));
            return BitConverter.ToInt32(response);
        }
    }

    public ArmStatus[] Arm(params Probe[] probes) => Arm([.. probes.Select(probe => (probe.Method, probe.Plan))]);

    public ArmStatus[] Arm((MethodBase Method, ProbePlan Plan)[] methods)
    {
        byte[] response = new byte[methods.Length * ResponseBytesAMethod];
        Checked(Arm(Request(methods), response));
        using var reader = new BinaryReader(new MemoryStream(response));
        return [.. methods.Select(_ => new ArmStatus(reader.ReadInt32(), Encoding.UTF8.GetString(reader.ReadBytes(reader.ReadInt16()))))];
    }

    /// <summary>Arms by a request's bytes.</summary>
    /// <returns>An HRESULT.</returns>
    public int Arm(byte[] request, byte[] response)
    {
        fixed (byte* from = request)
        fixed (byte* to = response)
            return ((delegate* unmanaged<byte*, int, byte*, int, int>)Export(ProfilerIdentity.ArmExport))(from, request.Length, to, response.Length);
    }

    public void Disarm(params MethodBase[] methods)
    {
        var request = new List<byte>(BitConverter.GetBytes(methods.Length));
        foreach (var method in methods)
            AddIdentity(request, method);
        Checked(Disarm([.. request]));
    }

    public int Disarm(byte[] request)
    {
        fixed (byte* from = request)
            return ((delegate* unmanaged<byte*, int, int>)Export(ProfilerIdentity.DisarmExport))(from, request.Length);
    }

    public static byte[] Request((MethodBase Method, ProbePlan Plan)[] methods)
    {
        var request = new List<byte>(BitConverter.GetBytes(methods.Length));
        foreach (var (method, plan) in methods)
        {
            AddIdentity(request, method);
            PlanCodec.Write(request, plan);
        }

        return [.. request];
    }

    private static void AddIdentity(List<byte> request, MethodBase method)
    {
        request.AddRange(BitConverter.GetBytes((long)method.MethodHandle.Value));
        request.AddRange(BitConverter.GetBytes(method.MetadataToken));
    }

    private static void Checked(int result) => Check.That(result == 0, $"an export returned {result:X8}");

    private nint Export(string name) => NativeLibrary.GetExport(_library, name);
}
