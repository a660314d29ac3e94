using HogTrace.AgentProtocol;
using HogTrace.IlRewriting.Plans;

namespace HogTrace.Agent.Sessions;

/// <summary>
/// The variables that a program was started with to be traced from its start. They are for it alone: a program that it
/// starts in turn would wait for a client that knows nothing of it.
/// </summary>
internal static class StartVariables
{
    private static readonly string[] s_profiling =
        [RuntimeVariables.EnableProfiling, RuntimeVariables.Profiler, RuntimeVariables.ProfilerPath];

    /// <summary>Takes them out of the environment that others inherit; hooks of others stay.</summary>
    public static void Remove()
    {
        string own = typeof(Bridge.Hits).Assembly.Location;
        if (Environment.GetEnvironmentVariable(RuntimeVariables.StartupHooks) is { } hooks)
            Set(RuntimeVariables.StartupHooks, string.Join(Path.PathSeparator, hooks.Split(Path.PathSeparator).Where(hook => hook != own)));
        if (Guid.TryParse(Environment.GetEnvironmentVariable(RuntimeVariables.Profiler), out var profiler) && profiler == ProfilerIdentity.Clsid)
            Array.ForEach(s_profiling, name => Set(name, ""));
        Set(RuntimeVariables.DiagnosticPorts, "");
    }

    private static void Set(string name, string value) =>
        Environment.SetEnvironmentVariable(name, value.Length == 0 ? null : value);
}
