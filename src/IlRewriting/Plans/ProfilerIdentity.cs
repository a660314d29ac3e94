namespace HogTrace.IlRewriting.Plans;

/// <summary>What the profiler is called, by those who load it into a process and those who call it there.</summary>
internal static class ProfilerIdentity
{
    /// <summary>The class the runtime asks the library for.</summary>
    public static readonly Guid Clsid = new("551b31bd-3dc1-46e1-b809-6c5774d21d08");

    /// <summary>The library's file name; built to <c>artifacts/bin/HogTrace.Profiler/release/native</c>.</summary>
    public const string LibraryFile = "HogTrace.Profiler.so";

    public const string StateExport = "hogtrace_state";
    public const string ArmExport = "hogtrace_arm";
    public const string DisarmExport = "hogtrace_disarm";
    public const string FailuresExport = "hogtrace_failures";
    public const string StatisticsExport = "hogtrace_statistics";
}
