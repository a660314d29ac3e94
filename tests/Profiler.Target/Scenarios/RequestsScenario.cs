using System.Reflection;
using HogTrace.IlRewriting.Plans;
using HogTrace.Tests.Profiler.Target.Probing;
using HogTrace.Tests.Profiler.Target.Shapes;

namespace HogTrace.Tests.Profiler.Target.Scenarios;

/// <summary>Malformed requests and short buffers are answered, and nothing is armed by them.</summary>
internal static class RequestsScenario
{
    // E_INVALIDARG, and the HRESULT of ERROR_INSUFFICIENT_BUFFER.
    private const int InvalidArgument = unchecked((int)0x80070057);
    private const int InsufficientBuffer = unchecked((int)0x8007007A);

    private const int StatusSize = sizeof(int) + sizeof(short);

    public static void Run(ProfilerLibrary profiler)
    {
        var probe = new Probe(ShapeMethods.Get(typeof(Statics), nameof(Statics.Add)));
        byte[] request = ProfilerLibrary.Request([(probe.Method, probe.Plan)]);
        for (int length = 0; length < request.Length; length++)
            Check.Equal(InvalidArgument, profiler.Arm(request[..length], new byte[StatusSize]), $"a request cut to {length}");
        Check.Equal(InvalidArgument, profiler.Arm([.. request, 0], new byte[StatusSize]), "a request with more after it");
        Check.Equal(InvalidArgument, profiler.Disarm([1, 0, 0, 0]), "a list without its method");
        Check.Equal(InsufficientBuffer, profiler.Arm(request, new byte[StatusSize - 1]), "a short buffer");
        Check.Equal(0, profiler.Statistics[0], "methods armed");

        CutDetail(profiler, probe.Method);
        Check.Equal(0, profiler.Arm(BitConverter.GetBytes(0), []), "a request for nothing");
        Check.Equal(0, profiler.Disarm(BitConverter.GetBytes(0)), "a list of nothing");
    }

    private static void CutDetail(ProfilerLibrary profiler, MethodBase method)
    {
        const int room = 3;
        byte[] request = ProfilerLibrary.Request([(method, new ProbePlan(null, null, null, ReadsClock: false))]);
        byte[] response = new byte[StatusSize + room];
        Check.Equal(0, profiler.Arm(request, response), "a declined plan");
        Check.That(BitConverter.ToInt32(response) > 0, "it has a reason");
        Check.Equal(room, BitConverter.ToInt16(response, sizeof(int)), "its detail's length");
    }
}
