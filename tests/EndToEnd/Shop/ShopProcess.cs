using System.Diagnostics;
using System.Text.Json;
using HogTrace.Tests.EndToEnd.Processes;

namespace HogTrace.Tests.EndToEnd.Shop;

/// <summary>The sample shop as a child process; its output is captures, its error output is messages.</summary>
internal sealed class ShopProcess : IDisposable
{
    private readonly Process _process;
    private readonly ProcessLines _output = new();
    private readonly ProcessLines _messages = new();

    private ShopProcess(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [BuiltFiles.Program("Shop"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => _output.Add(line.Data);
        _process.ErrorDataReceived += (_, line) => _messages.Add(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>The captures so far, as the shop wrote them.</summary>
    public IReadOnlyList<string> Output => _output.All;

    public IReadOnlyList<string> Messages => _messages.All;

    public IReadOnlyList<JsonElement> Captures => [.. Output.Select(line => JsonDocument.Parse(line).RootElement)];

    public static ShopProcess Start(params string[] arguments) => new(arguments);

    public async Task<int> WaitForExit()
    {
        using var patience = new CancellationTokenSource(Patience.Limit);
        await _process.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
    }

    /// <summary>The first message after so many that holds the text; fails when none comes.</summary>
    public Task<string> WaitForMessage(string text, int after = 0) =>
        WaitFor(() => Messages.Skip(after).FirstOrDefault(line => line.Contains(text, StringComparison.Ordinal)), text);

    /// <summary>The first capture that is wanted; fails when none comes.</summary>
    public async Task<JsonElement> WaitForCapture(Func<JsonElement, bool> isWanted)
    {
        string line = await WaitFor(
            () => Output.FirstOrDefault(line => isWanted(JsonDocument.Parse(line).RootElement)), "a capture");
        return JsonDocument.Parse(line).RootElement;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }

    private Task<string> WaitFor(Func<string?> find, string what) => Patience.UntilFound(
        find, () => $"{what}. Messages:\n{string.Join('\n', Messages)}\nOutput:\n{string.Join('\n', Output)}");
}
