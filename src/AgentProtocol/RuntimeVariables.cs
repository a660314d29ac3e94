namespace HogTrace.AgentProtocol;

/// <summary>Names of the environment variables by which a runtime loads the agent and the profiler, and waits, when it starts.</summary>
internal static class RuntimeVariables
{
    public const string StartupHooks = "DOTNET_STARTUP_HOOKS";
    public const string DiagnosticPorts = "DOTNET_DiagnosticPorts";
    public const string EnableProfiling = "CORECLR_ENABLE_PROFILING";
    public const string Profiler = "CORECLR_PROFILER";
    public const string ProfilerPath = "CORECLR_PROFILER_PATH";
}
