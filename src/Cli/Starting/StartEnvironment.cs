using System.Diagnostics;
using HogTrace.AgentProtocol;
using HogTrace.Cli.Attaching;
using HogTrace.IlRewriting.Plans;

namespace HogTrace.Cli.Starting;

/// <summary>The variables that make a runtime load the agent and the profiler, and wait for the session, when it starts.</summary>
internal static class StartEnvironment
{
    public static void Set(ProcessStartInfo start, AgentFiles files, StartPort port)
    {
        var environment = start.Environment;
        Append(environment, RuntimeVariables.StartupHooks, files.Hook, Path.PathSeparator);
        Append(environment, RuntimeVariables.DiagnosticPorts, $"{port.Path},suspend", ';');
        environment[RuntimeVariables.EnableProfiling] = "1";
        environment[RuntimeVariables.Profiler] = ProfilerIdentity.Clsid.ToString("B");
        environment[RuntimeVariables.ProfilerPath] = files.Profiler;
    }

    /// <summary>What is already in the profiler's place; null when it is free.</summary>
    public static string? OtherProfiler() =>
        Environment.GetEnvironmentVariable(RuntimeVariables.EnableProfiling) == "1" ? Environment.GetEnvironmentVariable(RuntimeVariables.Profiler) : null;

    private static void Append(IDictionary<string, string?> environment, string name, string value, char separator) =>
        environment[name] = environment.TryGetValue(name, out string? others) && !string.IsNullOrEmpty(others) ? $"{others}{separator}{value}" : value;
}
