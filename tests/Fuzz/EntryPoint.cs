using System.Globalization;
using HogTrace.Tests.Properties.Differential;

namespace HogTrace.Tests.Fuzz;

/// <summary>Runs one stage over all its bombs, random programs in two ways, or many installations.</summary>
internal static class EntryPoint
{
    private const int StackBytes = 256 << 10;

    // Interpreted against compiled, and against the checking interpreter.
    private static readonly Dictionary<string, PairMaker> s_pairs = new()
    {
        ["differential"] = TierPair.Of,
        ["checked"] = CheckedPair.Of,
    };

    public static int Main(string[] arguments)
    {
        switch (arguments)
        {
            case [var way, var programs, .. { Length: < 2 } seed] when s_pairs.TryGetValue(way, out var pairOf):
                return DifferentialRun.Run(pairOf, Number(programs), seed is [var given] ? (int)Number(given) : 1);
            case ["replay", var decisions]:
                return DifferentialRun.Replay(Convert.FromHexString(decisions));
            case ["churn", var rounds]:
                return ChurnRun.Run(Number(rounds));
            case [var name] when Stages.All.TryGetValue(name, out var stage):
                return Run(stage);
            default:
                Console.Error.WriteLine($"usage: HogTrace.Tests.Fuzz {string.Join('|', Stages.All.Keys)}");
                Console.Error.WriteLine($"       HogTrace.Tests.Fuzz {string.Join('|', s_pairs.Keys)} PROGRAMS [SEED]");
                Console.Error.WriteLine("       HogTrace.Tests.Fuzz replay DECISIONS");
                Console.Error.WriteLine("       HogTrace.Tests.Fuzz churn ROUNDS");
                return 2;
        }
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);

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
