using System.Diagnostics;
using HogTrace.Cli.Attaching;
using HogTrace.IlRewriting.Plans;

namespace HogTrace.Cli.Starting;

/// <summary>The variables that make a runtime load the agent and the profiler, and wait for the session, when it starts.</summary>
internal static class StartEnvironment
{
    private const string Hooks = "DOTNET_STARTUP_HOOKS";
    private const string Ports = "DOTNET_DiagnosticPorts";

    public static void Set(ProcessStartInfo start, AgentFiles files, StartPort port)
    {
        var environment = start.Environment;
        environment[Hooks] = Joined(environment, Hooks, files.Hook, Path.PathSeparator);
        environment[Ports] = Joined(environment, Ports, $"{port.Path},suspend", ';');
        environment["CORECLR_ENABLE_PROFILING"] = "1";
        environment["CORECLR_PROFILER"] = ProfilerIdentity.Clsid.ToString("B");
        environment["CORECLR_PROFILER_PATH"] = files.Profiler;
    }

    /// <summary>What is already in the profiler's place; null when it is free.</summary>
    public static string? OtherProfiler() =>
        Environment.GetEnvironmentVariable("CORECLR_ENABLE_PROFILING") == "1" ? Environment.GetEnvironmentVariable("CORECLR_PROFILER") : null;

    private static string Joined(IDictionary<string, string?> environment, string name, string value, char separator) =>
        environment.TryGetValue(name, out string? others) && !string.IsNullOrEmpty(others) ? $"{others}{separator}{value}" : value;
}
