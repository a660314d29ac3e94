using System.Diagnostics;
using System.Reflection;

namespace HogTrace.Bench;

/// <summary>This program again, in processes of their own.</summary>
internal static class ThisProgram
{
    /// <summary>Runs it to its end.</summary>
    /// <returns>What it has written; null when it failed, which it has then said itself.</returns>
    public static string? Run(params IEnumerable<string> arguments)
    {
        string program = Environment.ProcessPath!;
        bool isHost = Path.GetFileNameWithoutExtension(program).Equals("dotnet", StringComparison.OrdinalIgnoreCase);
        string[] own = isHost ? [Assembly.GetExecutingAssembly().Location] : [];
        using var process = Process.Start(new ProcessStartInfo(program, [.. own, .. arguments]) { RedirectStandardOutput = true })!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : null;
    }
}
