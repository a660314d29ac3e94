using System.Text;

namespace HogTrace.Profiler.Hosting;

/// <summary>
/// Runs, on one thread and before there is another, what this library's own runtime initializes when it is first needed.
/// The first contended lock reads settings from the environment as UTF-8; when that lock is taken to initialize the UTF-8
/// encoding itself, as a new thread's name may make it be, it finds the encoding half made and the process ends.
/// </summary>
internal static class Warmup
{
    // Read by the first contended lock.
    private const string SpinCountVariable = "DOTNET_Lock_SpinCount";
    private const string SpinCountSetting = "System.Threading.Lock.SpinCount";

    public static void Run()
    {
        _ = Encoding.UTF8.GetByteCount(SpinCountVariable);
        _ = Environment.GetEnvironmentVariable(SpinCountVariable);
        _ = AppContext.GetData(SpinCountSetting);

        // How the worker and who gives it work wait for each other.
        object meeting = new();
        lock (meeting)
        {
            Monitor.PulseAll(meeting);
            Monitor.Wait(meeting, millisecondsTimeout: 1);
        }
    }
}
