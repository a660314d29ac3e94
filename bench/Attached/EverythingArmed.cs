using System.Diagnostics;
using System.Text.Json;

namespace HogTrace.Bench.Attached;

/// <summary>A program that does much with Newtonsoft.Json, run as it is and with probes at every method of it.</summary>
internal static class EverythingArmed
{
    private const string Source =
        """
        fn:Newtonsoft.**:entry / False / {}
        fn:Newtonsoft.**:exit / False / {}
        """;

    public static int Run()
    {
        string plain = Transcript(isArmed: false);
        string armed = Transcript(isArmed: true);
        Console.Out.WriteLine(plain == armed ? "The transcripts are the same." : "The transcripts differ.");
        return plain == armed ? 0 : 1;
    }

    private static string Transcript(bool isArmed)
    {
        var start = new ProcessStartInfo("dotnet", [BuiltFiles.JsonDriver]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        // What it prints once it waits to be told to begin: so far the library is loaded, and hardly used.
        process.StandardOutput.ReadLine();
        var before = ProcessUse.Of(process.Id);
        using var trace = isArmed ? new AttachedTrace(process.Id, Source) : null;
        if (trace is not null)
        {
            trace.WaitUntilArmed();
            Say(Summary(trace.Binding));
            var use = ProcessUse.Of(process.Id) - before;
            Say($"armed after {trace.ArmedAfter.TotalSeconds:f1} s, with {use.CpuMilliseconds:f0} ms of CPU and {use.Kilobytes / 1024:f0} MB");
        }

        var clock = Stopwatch.StartNew();
        process.StandardInput.WriteLine();
        string transcript = ReadTranscript(process.StandardOutput);
        Say($"{(isArmed ? "armed" : "as it is")}: {clock.Elapsed.TotalSeconds:f1} s, {(ProcessUse.Of(process.Id) - before).Kilobytes / 1024:f0} MB");
        if (trace is not null)
        {
            clock.Restart();
            trace.Finish();
            Say($"disarmed after {clock.Elapsed.TotalSeconds:f1} s: {trace.Statistics}");
            process.StandardInput.WriteLine();
            clock.Restart();
            Say(ReadTranscript(process.StandardOutput) == transcript ? $"the same afterwards, in {clock.Elapsed.TotalSeconds:f1} s" : "another transcript afterwards");
        }

        process.StandardInput.Close();
        process.WaitForExit();
        Say($"exit code {process.ExitCode}");
        return transcript;
    }

    // Without the methods that have no code.
    private static string Summary(string binding) => string.Join(", ", JsonDocument.Parse(binding).RootElement.GetProperty("probes").EnumerateArray()
        .Select(probe => $"{probe.GetProperty("methods")} methods, {probe.GetProperty("problemCount")} without code or refused"));

    // One run ends with an empty line.
    private static string ReadTranscript(TextReader reader)
    {
        var lines = new List<string>();
        while (reader.ReadLine() is { Length: > 0 } line)
            lines.Add(line);
        return string.Join('\n', lines);
    }

    private static void Say(string text) => Console.Error.WriteLine(text);
}
