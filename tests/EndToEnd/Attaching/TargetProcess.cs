using System.Diagnostics;
using HogTrace.Tests.EndToEnd.Processes;

namespace HogTrace.Tests.EndToEnd.Attaching;

/// <summary>A program that knows nothing of HogTrace, as a child process; killed when disposed.</summary>
internal sealed class TargetProcess : IDisposable
{
    private readonly Process _process;
    private readonly ProcessLines _output = new();
    private readonly ProcessLines _error = new();

    private TargetProcess(ProcessStartInfo start)
    {
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.Environment["DOTNET_NOLOGO"] = "1";
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => _output.Add(line.Data);
        _process.ErrorDataReceived += (_, line) => _error.Add(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    public IReadOnlyList<string> Output => _output.All;

    /// <summary>Everything on standard error.</summary>
    public string Error => string.Join('\n', _error.All);

    /// <summary>Memory that it holds, in bytes.</summary>
    public long WorkingSet
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Starts one of the targets or samples.</summary>
    /// <param name="name">Its project.</param>
    /// <param name="ready">What the line begins with that says it has started.</param>
    /// <param name="arguments">For the program.</param>
    /// <param name="environment">In addition to this process's.</param>
    public static async Task<TargetProcess> StartAsync(
        string name, string ready, IEnumerable<string>? arguments = null, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", [BuiltFiles.Program(name), .. arguments ?? []]);
        foreach (var (variable, value) in environment)
            start.Environment[variable] = value;
        return await StartAsync(start, ready);
    }

    /// <summary>Starts any program.</summary>
    public static async Task<TargetProcess> StartAsync(ProcessStartInfo start, string ready)
    {
        var target = new TargetProcess(start);
        try
        {
            await target.WaitForOutput(ready);
            return target;
        }
        catch
        {
            target.Dispose();
            throw;
        }
    }

    /// <summary>The worker, which takes commands by <see cref="Ask"/>.</summary>
    public static Task<TargetProcess> StartWorkerAsync(params (string Name, string Value)[] environment) =>
        StartAsync("Worker", "ready", [], environment);

    /// <summary>The first line of output after so many that begins like this.</summary>
    public Task<string> WaitForOutput(string begin, int after = 0) => Patience.UntilFound(
        () => _output.All.Skip(after).FirstOrDefault(line => line.StartsWith(begin, StringComparison.Ordinal)),
        () => $"'{begin}' of {Describe()}");

    /// <summary>Sends a line, and waits for the next one of output.</summary>
    public async Task<string> Ask(string line)
    {
        int seen = _output.All.Count;
        Tell(line);
        return await WaitForOutput("", seen);
    }

    /// <summary>Sends a line.</summary>
    public void Tell(string line)
    {
        _process.StandardInput.WriteLine(line);
        _process.StandardInput.Flush();
    }

    /// <summary>Ends it at once.</summary>
    public void Kill() => _process.Kill();

    /// <summary>Waits for it to end by itself, and says how it did.</summary>
    public async Task<int> WaitForExit()
    {
        await Patience.Until(() => _process.HasExited, () => $"the end of {Describe()}");
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }

    private string Describe() =>
        $"{_process.StartInfo.FileName} {string.Join(' ', _process.StartInfo.ArgumentList)}\n{string.Join('\n', _output.All)}\n{Error}";
}
