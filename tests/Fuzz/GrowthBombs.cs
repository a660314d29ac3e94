using HogTrace.Bytecode;
using HogTrace.Runtime;

namespace HogTrace.Tests.Fuzz;

/// <summary>Probes that make ever more of something; each must meet its limit before memory does.</summary>
internal static class GrowthBombs
{
    private const int Runs = 2_000;

    public static IEnumerable<(string Bomb, Func<string?> Run)> All()
    {
        yield return ("a string doubled over runs", () => MeetsLimit("$req.s = $req.s + $req.s;"));
        yield return ("a string doubled in a run", () => MeetsLimit(Repeat("$req.s = $req.s + $req.s;", 100)));
        yield return ("an expression of concatenations", () => MeetsLimit("$req.t = arg0" + Repeat(" + arg0", 200) + ";"));
        yield return ("upper case over and over", () => MeetsLimit(Repeat("$req.t = upper(arg0);", 2_000)));
        yield return ("text of much", () => MeetsLimit(Repeat("$req.t = str(arg0) + str(arg1);", 2_000)));
        yield return ("slices of a string", () => MeetsLimit(Repeat("$req.t = arg0[1:] + arg0[::-1];", 1_000)));
        yield return ("captures", () => MeetsLimit(Repeat("capture(arg0, arg1, args);", 17)));
        yield return ("captures of much", () => MeetsLimit(Repeat("capture(a=arg1, b=args, c=locals, d=arg1);", 17)));
        yield return ("names of the store", () => MeetsLimit(string.Concat(Enumerable.Range(0, 300).Select(i => $"$req.n{i} = 1;"))));
        yield return ("argument tuples", () => MeetsLimit(Repeat("$req.t = args;", 3_400)));
        yield return ("slices of slices", () => Ends("$req.l = $req.l[1:]; $req.l = $req.l[:-1]; capture(len($req.l), $req.l[0]);"));
        yield return ("greatest of much", () => Ends("$req.m = max(arg1); $req.n = min(arg1[::2]);"));
        yield return ("containment in much", () => Ends(Repeat("$req.c = contains(arg1, 'nothing');", 1_000)));
        yield return ("comparison of long strings", () => Ends(Repeat("$req.c = arg0 == arg0[:] || arg0 < arg0[:];", 1_000)));
    }

    private static string? MeetsLimit(string body)
    {
        var fault = RunMany(body, out string? complaint);
        return complaint ?? (fault == FaultKind.LimitExceeded ? null : $"ended with {fault}");
    }

    private static string? Ends(string body)
    {
        RunMany(body, out string? complaint);
        return complaint;
    }

    private static FaultKind RunMany(string body, out string? complaint)
    {
        complaint = null;
        using var engine = new ProbeEngine(new ProbeEngineOptions { Limits = RunLimits.Default with { WallClock = TimeSpan.FromMinutes(5) } });
        var probe = HogTraceProgram.Compile($"fn:a.b:entry {{ {body} }}").Probes[0];
        var frame = new ProbeFrame("a.b", ProbePoint.Entry);
        frame.SetArguments(new string('x', 30_000), Value.FromObject(Enumerable.Range(0, 1_000_000).Select(i => $"item {i}").ToArray()));
        var store = new RequestStore("r");
        store.TrySet("s", "s");
        store.TrySet("l", frame.Arguments[1]);
        for (int i = 0; i < Runs; i++)
        {
            var result = engine.Execute(probe, frame, store);
            if (LongestText(store) > Limits.StringResultUnits)
                complaint = $"the store holds a string of {LongestText(store)} units";
            if (result.Outcome == RunOutcome.Faulted)
                return result.Fault!.Kind;
        }

        return FaultKind.None;
    }

    private static int LongestText(RequestStore store) =>
        store.Snapshot().Max(pair => pair.Value.TryGetString(out string? text) ? text.Length : 0);

    private static string Repeat(string piece, int times) => string.Concat(Enumerable.Repeat(piece, times));
}
