namespace HogTrace.Profiler.Hosting;

/// <summary>Whether a runtime has loaded the profiler. Failed initializations are told as their HRESULT, which is negative.</summary>
internal static class ProfilerState
{
    public const int NotLoaded = 0;
    public const int Attached = 1;
    public const int LoadedAtStart = 2;

    private static Attachment? s_attachment;
    private static int s_state;

    /// <summary>Null before a runtime has loaded the profiler, and when that failed.</summary>
    public static Attachment? Attachment => Volatile.Read(ref s_attachment);

    public static int Current => Volatile.Read(ref s_state);

    public static void Initialize(Attachment attachment) => Volatile.Write(ref s_attachment, attachment);

    /// <summary>From now on requests can be made, or never.</summary>
    public static void Enter(int state) => Volatile.Write(ref s_state, state);
}
