using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using HogTrace.Tests.EndToEnd.Cli;
using HogTrace.Tests.EndToEnd.Processes;

namespace HogTrace.Tests.EndToEnd.Attaching;

/// <summary><c>hogtrace trace</c> while it runs; killed when disposed.</summary>
internal sealed class TraceClient : IDisposable
{
    private const string Tracing = "Tracing; Ctrl-C ends it.";

    private static readonly string[] s_json = ["--format", "json"];

    private readonly Process _process;
    private readonly ProcessLines _output = new();
    private readonly ProcessLines _messages = new();

    private TraceClient(string[] arguments, bool readsOutput)
    {
        _process = HogTraceProcess.Start(arguments);
        _process.OutputDataReceived += (_, line) => _output.Add(line.Data);
        _process.ErrorDataReceived += (_, line) => _messages.Add(line.Data);
        _process.BeginErrorReadLine();
        if (readsOutput)
            ReadOutput();
    }

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    /// <summary>Lines of standard output.</summary>
    public IReadOnlyList<string> Output => _output.All;

    /// <summary>All of standard error.</summary>
    public string Messages => string.Join('\n', _messages.All);

    /// <summary>Events of <c>--format json</c>.</summary>
    public IReadOnlyList<JsonElement> Events => [.. Output.Select(line => JsonDocument.Parse(line).RootElement)];

    /// <summary>Starts to trace, and waits until the probes are in place.</summary>
    public static async Task<TraceClient> StartAsync(TargetProcess target, string source, params string[] options)
    {
        var client = Start(target, source, options);
        await client.UntilTracing();
        return client;
    }

    /// <summary>Starts the command, and waits for nothing.</summary>
    public static TraceClient Start(TargetProcess target, string source, params string[] options) =>
        new(["trace", "-p", Text(target.Id), "-e", source, .. options.Contains("--format") ? [] : s_json, .. options], readsOutput: true);

    /// <summary>Starts a command whose output piles up until <see cref="ReadOutput"/>.</summary>
    public static async Task<TraceClient> StartUnreadAsync(TargetProcess target, string source)
    {
        var client = new TraceClient(["trace", "-p", Text(target.Id), "-e", source, .. s_json], readsOutput: false);
        await client.UntilTracing();
        return client;
    }

    public void ReadOutput() => _process.BeginOutputReadLine();

    /// <summary>Waits for a message on standard error that contains a text.</summary>
    public Task<string> WaitForMessage(string text) => Patience.UntilFound(
        () => _messages.All.FirstOrDefault(line => line.Contains(text, StringComparison.Ordinal)),
        () => $"'{text}' in\n{Messages}\n{string.Join('\n', Output)}");

    /// <summary>Waits for so many events.</summary>
    public async Task<IReadOnlyList<JsonElement>> WaitForEvents(int count)
    {
        await Patience.Until(() => Output.Count >= count, () => $"{count} events in\n{Messages}\n{string.Join('\n', Output)}");
        return Events;
    }

    /// <summary>Presses Ctrl-C, and waits for the end.</summary>
    public Task<CommandResult> Interrupt()
    {
        PressInterrupt();
        return Finish();
    }

    /// <summary>Presses Ctrl-C.</summary>
    public void PressInterrupt()
    {
        using var kill = Process.Start("kill", ["-INT", Text(Id)]);
        kill.WaitForExit();
    }

    /// <summary>Ends the command as a crash would.</summary>
    public void Kill() => _process.Kill();

    /// <summary>Waits for the end.</summary>
    public async Task<CommandResult> Finish()
    {
        await Patience.Until(() => _process.HasExited, () => $"end of the command:\n{Messages}");
        await _process.WaitForExitAsync();
        return new CommandResult(_process.ExitCode, string.Join('\n', Output), Messages);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }

    private async Task UntilTracing()
    {
        await Patience.Until(
            () => _process.HasExited || Messages.Contains(Tracing, StringComparison.Ordinal), () => $"begin of the trace:\n{Messages}");
        Assert.Contains(Tracing, Messages, StringComparison.Ordinal);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
