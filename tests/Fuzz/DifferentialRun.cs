using System.Diagnostics;
using System.Globalization;
using HogTrace.Tests.Properties.Differential;

namespace HogTrace.Tests.Fuzz;

/// <summary>Random programs in two ways, as many as wanted.</summary>
internal static class DifferentialRun
{
    private const int LongestDecisions = 250;
    private const int ComplaintsShown = 10;

    /// <summary>Runs the program of a complaint again; 0 when all agree.</summary>
    public static int Replay(byte[] decisions)
    {
        bool isProgram = DifferentialCheck.TryRun(decisions, TierPair.Of, out string? complaint);
        if (isProgram && complaint is null)
            DifferentialCheck.TryRun(decisions, CheckedPair.Of, out complaint);
        Console.Out.WriteLine(isProgram ? complaint ?? "The tiers agree." : "These decisions make no program.");
        return complaint is null ? 0 : 1;
    }

    /// <summary>Runs so many programs from a seed on; 0 when all agree.</summary>
    public static int Run(PairMaker pairOf, long programs, int seed)
    {
        long run = 0, complaints = 0;
        long started = Stopwatch.GetTimestamp();
        Parallel.For(0L, programs, i =>
        {
            var random = new Random(unchecked((int)(seed + (i * 7919))));
            while (true)
            {
                byte[] decisions = new byte[random.Next(LongestDecisions)];
                random.NextBytes(decisions);
                if (!DifferentialCheck.TryRun(decisions, pairOf, out string? complaint))
                    continue;
                if (complaint is not null && Interlocked.Increment(ref complaints) <= ComplaintsShown)
                    Console.Error.WriteLine($"{Convert.ToHexString(decisions)}\n{complaint}\n");
                break;
            }

            if (Interlocked.Increment(ref run) % 100_000 == 0)
                Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{run} programs, {complaints} complaints, {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s"));
        });
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{run} programs × {DifferentialCheck.Inputs} inputs from seed {seed}: {complaints} divergences"));
        return complaints == 0 ? 0 : 1;
    }
}
