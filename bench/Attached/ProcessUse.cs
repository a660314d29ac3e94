using System.Globalization;

namespace HogTrace.Bench.Attached;

/// <summary>What a process has used so far, by /proc.</summary>
/// <param name="CpuMilliseconds">In user and kernel mode, in steps of 10.</param>
/// <param name="Kilobytes">Resident.</param>
internal readonly record struct ProcessUse(double CpuMilliseconds, double Kilobytes)
{
    // USER_HZ, which is 100 wherever Linux runs .NET.
    private const double MillisecondsATick = 10;

    public static ProcessUse operator -(ProcessUse left, ProcessUse right) =>
        new(left.CpuMilliseconds - right.CpuMilliseconds, left.Kilobytes - right.Kilobytes);

    public static ProcessUse Of(int processId)
    {
        string stat = File.ReadAllText($"/proc/{processId}/stat");
        // After the name, which may hold anything but ends with the last parenthesis, utime and stime are the 12th and 13th.
        string[] fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        string resident = File.ReadLines($"/proc/{processId}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        return new ProcessUse(
            (Number(fields[11]) + Number(fields[12])) * MillisecondsATick,
            Number(resident["VmRSS:".Length..^"kB".Length]));
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
