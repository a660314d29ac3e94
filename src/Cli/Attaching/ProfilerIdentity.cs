namespace HogTrace.Cli.Attaching;

/// <summary>What the runtime calls the profiler by. To be replaced by the one of HogTrace.IlRewriting.</summary>
internal static class ProfilerIdentity
{
    public const string LibraryFile = "HogTrace.Profiler.so";

    public static readonly Guid Clsid = new("5b8a24a4-0a3c-4d0a-9b6e-5f0c9b1f7a10");
}
