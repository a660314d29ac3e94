namespace HogTrace.Bench.Attached;

/// <summary>Where the build has put what is measured.</summary>
internal static class BuiltFiles
{
    // artifacts/bin/PROJECT/CONFIGURATION/ of this program.
    private static readonly string s_configuration = Path.GetFileName(AppContext.BaseDirectory.TrimEnd('/'));
    private static readonly string s_bin = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", ".."));

    public static string Agent { get; } = Path.Combine(s_bin, "HogTrace.Agent", s_configuration, "agent");

    public static string Plain { get; } = Path.Combine(s_bin, "Plain", s_configuration, "Plain");

    public static string JsonDriver { get; } = Path.Combine(s_bin, "JsonDriver", s_configuration, "JsonDriver.dll");
}
