using System.Diagnostics;
using System.Globalization;

namespace HogTrace.Tests.Fuzz;

/// <summary>Installs, compiles, hits and uninstalls a program, a new one each time: memory must not grow.</summary>
internal static class ChurnRun
{
    private const int Reports = 10;

    private const string Source = """
        fn:Churn.Call:entry / arg0 % 7 == 2 && text == 'x' / { capture(number=number); }
        fn:Churn.Call:exit / retval == 1 / { $req.n = 1; }
        """;

    // What may be more at any report than at the first. The runtime's own tables grow now and then by some kilobytes.
    private const long HeapSlack = 512 << 10;
    private const long ProcessSlack = 48 << 20;

    private static readonly ProbeSite<long, string> s_site = ProbeSite.For<long, string>("Churn.Call", "number", "text");

    /// <summary>So many rounds; 0 when memory stayed flat after the first tenth.</summary>
    public static int Run(long rounds)
    {
        using var engine = new ProbeEngine(new ProbeEngineOptions { TierUpAfter = 0, CpuShare = 1.0 });
        long started = Stopwatch.GetTimestamp();
        (long Heap, long Process)? first = null;
        for (long i = 0, next = rounds / Reports; i < rounds; i++)
        {
            using (engine.Install(HogTraceProgram.Compile(Source)))
                s_site.Enter(i, "x").Exit(i);
            if (i + 1 < next)
                continue;
            next += Math.Max(1, rounds / Reports);
            var (heap, process) = Measure();
            first ??= (heap, process);
            Console.Out.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{i + 1} rounds, {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s: heap {heap / 1024.0 / 1024:0.0} MiB, process {process / 1024.0 / 1024:0} MiB"));
            if (heap > first.Value.Heap + HeapSlack || process > first.Value.Process + ProcessSlack)
                return 1;
        }

        return 0;
    }

    private static (long Heap, long Process) Measure()
    {
        for (int i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        using var process = Process.GetCurrentProcess();
        return (GC.GetTotalMemory(forceFullCollection: true), process.WorkingSet64);
    }
}
