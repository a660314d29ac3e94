using System.Globalization;

namespace HogTrace.Tests.Fuzz;

/// <summary>Runs one stage over all its bombs, random programs on both tiers, or many installations.</summary>
internal static class EntryPoint
{
    private const int StackBytes = 256 << 10;

    public static int Main(string[] arguments)
    {
        switch (arguments)
        {
            case ["differential", var programs]:
                return DifferentialRun.Run(long.Parse(programs, CultureInfo.InvariantCulture), seed: 1);
            case ["differential", var programs, var seed]:
                return DifferentialRun.Run(long.Parse(programs, CultureInfo.InvariantCulture), int.Parse(seed, CultureInfo.InvariantCulture));
            case ["replay", var decisions]:
                return DifferentialRun.Replay(Convert.FromHexString(decisions));
            case ["churn", var rounds]:
                return ChurnRun.Run(long.Parse(rounds, CultureInfo.InvariantCulture));
            case [var name] when Stages.All.TryGetValue(name, out var stage):
                return Run(stage);
            default:
                Console.Error.WriteLine($"usage: HogTrace.Tests.Fuzz {string.Join('|', Stages.All.Keys)}");
                Console.Error.WriteLine("       HogTrace.Tests.Fuzz differential PROGRAMS [SEED]");
                Console.Error.WriteLine("       HogTrace.Tests.Fuzz replay DECISIONS");
                Console.Error.WriteLine("       HogTrace.Tests.Fuzz churn ROUNDS");
                return 2;
        }
    }

    // On a small stack. What has been announced last is what killed the process.
    private static int Run(Func<IEnumerable<(string Bomb, Func<string?> Run)>> stage)
    {
        int failures = 0;
        var thread = new Thread(
            () =>
            {
                foreach (var (bomb, run) in stage())
                {
                    Console.Out.WriteLine(bomb);
                    if (run() is not { } complaint)
                        continue;
                    Console.Error.WriteLine($"{bomb}: {complaint}");
                    failures++;
                }
            },
            StackBytes);
        thread.Start();
        thread.Join();
        return failures == 0 ? 0 : 1;
    }
}
