using HogTrace.Bench.Paired;

namespace HogTrace.Bench.Attached;

/// <summary>Calls of methods while they are armed with probes that never fire, and while they aren't, by turns.</summary>
internal static class CallRounds
{
    private const int BareRounds = 3;

    public static int Run(int rounds)
    {
        using var process = new MeasuredProcess();
        // The first is left out: it is still being compiled.
        CallFigures[][] before = [.. Enumerable.Range(0, BareRounds + 1).Select(_ => process.Measure()).Skip(1)];
        List<CallFigures[]> armed = [], after = [];
        for (int i = 1; i <= rounds; i++)
        {
            Console.Error.WriteLine($"Round {i} of {rounds}…");
            using var trace = new AttachedTrace(process.ProcessId, MeasuredMethods.Source);
            trace.WaitUntilArmed();
            armed.Add(process.Measure());
            trace.Finish();
            if (!trace.AreAllOn)
                Console.Error.WriteLine($"Probes were switched off, and the figures of this round are not theirs.");
            after.Add(process.Measure());
        }

        var table = new Table("method", "before ns", "armed ns", "after ns", "armed - after ns", "least - least ns", "after / before", "armed B");
        for (int method = 0; method < before[0].Length; method++)
            Add(table, [.. before.Select(round => round[method])], [.. armed.Select(round => round[method])], [.. after.Select(round => round[method])]);
        Console.Out.WriteLine(table.ToText(markdown: false));
        return 0;
    }

    private static void Add(Table table, CallFigures[] before, CallFigures[] armed, CallFigures[] after) => table.Add(
        before[0].Method,
        Table.WithRange(Statistics.Over(before.Select(round => round.Median))),
        Table.WithRange(Statistics.Over(armed.Select(round => round.Median))),
        Table.WithRange(Statistics.Over(after.Select(round => round.Median))),
        Table.WithRange(Statistics.Over(armed.Zip(after, (one, other) => one.Median - other.Median))),
        Table.Number(armed.Min(round => round.Least) - after.Min(round => round.Least)),
        Table.Number(Statistics.Median(after.Select(round => round.Median)) / Statistics.Median(before.Select(round => round.Median))),
        Table.Number(armed.Max(round => round.Bytes)));
}
