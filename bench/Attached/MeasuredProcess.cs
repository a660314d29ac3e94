using System.Diagnostics;
using System.Reflection;
using System.Text.Json;

namespace HogTrace.Bench.Attached;

/// <summary>This program again, as the process that is attached to.</summary>
internal sealed class MeasuredProcess : IDisposable
{
    private readonly Process _process;

    public MeasuredProcess()
    {
        var start = new ProcessStartInfo("dotnet", [Assembly.GetExecutingAssembly().Location, "attached", "target"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        _process = Process.Start(start)!;
    }

    public int ProcessId => _process.Id;

    public CallFigures[] Measure()
    {
        _process.StandardInput.WriteLine();
        return JsonSerializer.Deserialize<CallFigures[]>(_process.StandardOutput.ReadLine()!)!;
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
