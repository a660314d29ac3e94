using System.Diagnostics;
using System.Net.Http.Json;

namespace HogTrace.Bench.Attached;

/// <summary>The sample that knows nothing of HogTrace, running, and idle but for what is asked of it.</summary>
internal sealed class PlainService : IDisposable
{
    private const int WarmOrders = 8;

    private readonly Process _process;
    private readonly HttpClient _http = new();

    public PlainService()
    {
        var start = new ProcessStartInfo(BuiltFiles.Plain, ["--urls", "http://127.0.0.1:0", "--quiet"]) { RedirectStandardOutput = true };
        _process = Process.Start(start)!;
        string greeting = _process.StandardOutput.ReadLine()!;
        int address = greeting.IndexOf("http", StringComparison.Ordinal);
        _http.BaseAddress = new Uri(greeting[address..greeting.IndexOf(';', address)]);
        for (int i = 0; i < WarmOrders; i++)
            Order(1);
        // Until what the start has left to compile in the background is compiled.
        Thread.Sleep(1500);
    }

    public int ProcessId => _process.Id;

    public ProcessUse Use => ProcessUse.Of(ProcessId);

    public string Order(int quantity)
    {
        using var response = _http.PostAsJsonAsync("orders", new { customer = "Ada", item = "tea", quantity }).Result;
        return response.Content.ReadAsStringAsync().Result;
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        _http.Dispose();
    }
}
