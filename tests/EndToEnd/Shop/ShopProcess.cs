using System.Diagnostics;
using System.Text.Json;

namespace HogTrace.Tests.EndToEnd.Shop;

/// <summary>The sample shop as a child process; its output is captures, its error output is messages.</summary>
internal sealed class ShopProcess : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly List<string> _output = [];
    private readonly List<string> _messages = [];

    private ShopProcess(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(ProgramPath);
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Add(_output, line.Data);
        _process.ErrorDataReceived += (_, line) => Add(_messages, line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>The captures so far, as the shop wrote them.</summary>
    public IReadOnlyList<string> Output => Copy(_output);

    public IReadOnlyList<string> Messages => Copy(_messages);

    public IReadOnlyList<JsonElement> Captures => [.. Output.Select(line => JsonDocument.Parse(line).RootElement)];

    // The tests' output folder and the shop's are siblings, one level per configuration.
    private static string ProgramPath
    {
        get
        {
            var own = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
            return Path.Combine(own.Parent!.Parent!.FullName, "Shop", own.Name, "Shop.dll");
        }
    }

    public static ShopProcess Start(params string[] arguments) => new(arguments);

    public async Task<int> WaitForExit()
    {
        using var patience = new CancellationTokenSource(s_patience);
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

    private async Task<string> WaitFor(Func<string?> find, string what)
    {
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < s_patience)
        {
            if (find() is { } found)
                return found;
            await Task.Delay(20);
        }

        Assert.Fail($"No {what}. Messages:\n{string.Join('\n', Messages)}\nOutput:\n{string.Join('\n', Output)}");
        return "";
    }

    private static void Add(List<string> lines, string? line)
    {
        if (line is null)
            return;
        lock (lines)
            lines.Add(line);
    }

    private static string[] Copy(List<string> lines)
    {
        lock (lines)
            return [.. lines];
    }
}
