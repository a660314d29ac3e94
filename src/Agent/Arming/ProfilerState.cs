namespace HogTrace.Agent.Arming;

/// <summary>How the profiler has come to be in the process.</summary>
internal enum ProfilerState
{
    Absent,
    Attached,
    AtStart,
    Failed,
}
