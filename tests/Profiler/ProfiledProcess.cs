using System.Diagnostics;
using HogTrace.IlRewriting.Plans;
using Microsoft.Diagnostics.NETCore.Client;

namespace HogTrace.Tests.Profiler;

/// <summary>Runs a scenario of the target in a process that the profiler is loaded into.</summary>
internal static class ProfiledProcess
{
    private const string ReadyLine = "ready";

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    // What is built in one configuration is side by side.
    private static readonly string s_configuration = new DirectoryInfo(AppContext.BaseDirectory).Name;
    private static readonly string s_binaries = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", ".."));

    private static readonly string s_target =
        Path.Combine(s_binaries, "HogTrace.Tests.Profiler.Target", s_configuration, "HogTrace.Tests.Profiler.Target.dll");

    private static readonly string s_library =
        Path.Combine(s_binaries, "HogTrace.Profiler", s_configuration, "native", ProfilerIdentity.LibraryFile);

    /// <summary>With the profiler from the start.</summary>
    public static async Task<TargetResult> RunLoadedAtStart(string scenario, params (string Name, string Value)[] environment)
    {
        using var process = Start(
            scenario,
            [
                .. environment,
                ("CORECLR_ENABLE_PROFILING", "1"),
                ("CORECLR_PROFILER", ProfilerIdentity.Clsid.ToString("B")),
                ("CORECLR_PROFILER_PATH", s_library),
            ]);
        return await Finish(process, "");
    }

    /// <summary>With the profiler attached when the target is ready.</summary>
    public static async Task<TargetResult> RunAttached(string scenario, params (string Name, string Value)[] environment)
    {
        using var process = Start(scenario, environment);
        string first = await process.StandardOutput.ReadLineAsync() ?? "";
        if (first == ReadyLine)
            new DiagnosticsClient(process.Id).AttachProfiler(s_patience, ProfilerIdentity.Clsid, s_library, []);
        return await Finish(process, first + "\n");
    }

    private static Process Start(string scenario, IEnumerable<(string Name, string Value)> environment)
    {
        var start = new ProcessStartInfo("dotnet", [s_target, scenario, s_library])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    private static async Task<TargetResult> Finish(Process process, string read)
    {
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(s_patience);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail("the target did not end");
        }

        return new TargetResult(process.ExitCode, read + await output + await error);
    }
}
