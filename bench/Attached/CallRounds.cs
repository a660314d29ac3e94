using HogTrace.Bench.Paired;

namespace HogTrace.Bench.Attached;

/// <summary>Calls of methods while they are armed with probes that never fire, and while they aren't, by turns.</summary>
internal static class CallRounds
{
    public static int Run(int rounds)
    {
        using var process = new MeasuredProcess();
        var never = process.Measure();
        List<CallFigures[]> armed = [], after = [];
        for (int i = 1; i <= rounds; i++)
        {
            Console.Error.WriteLine($"Round {i} of {rounds}…");
            using var trace = new AttachedTrace(process.ProcessId, MeasuredMethods.Source);
            trace.WaitUntilArmed();
            armed.Add(process.Measure());
            trace.Finish();
            after.Add(process.Measure());
        }

        var table = new Table("method", "before ns", "armed ns", "after ns", "armed - after ns", "least - least ns", "after / before", "armed B");
        for (int method = 0; method < never.Length; method++)
            Add(table, never[method], [.. armed.Select(round => round[method])], [.. after.Select(round => round[method])]);
        Console.Out.WriteLine(table.ToText(markdown: false));
        return 0;
    }

    private static void Add(Table table, CallFigures never, CallFigures[] armed, CallFigures[] after) => table.Add(
        never.Method,
        Table.Number(never.Median),
        Table.WithRange(Statistics.Over(armed.Select(round => round.Median))),
        Table.WithRange(Statistics.Over(after.Select(round => round.Median))),
        Table.WithRange(Statistics.Over(armed.Zip(after, (one, other) => one.Median - other.Median))),
        Table.Number(armed.Min(round => round.Least) - after.Min(round => round.Least)),
        Table.Number(Statistics.Median(after.Select(round => round.Median)) / never.Median),
        Table.Number(armed.Max(round => round.Bytes)));
}
