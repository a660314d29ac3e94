using System.Text.Json;
using HogTrace.Bytecode;
using HogTrace.Parser;
using HogTrace.Tests.Conformance.Reading;
using HogTrace.Tests.Conformance.Running;
using HogTrace.Tests.Conformance.Tiers;

namespace HogTrace.Tests.Conformance;

/// <summary>Every case, on every way to a program and on every tier.</summary>
public sealed class ConformanceTests
{
    // The first run meets every step as it was built, the later ones quick forms and caches.
    private const int Repetitions = 3;

    public static TheoryData<string> Running => [.. Names(item => !item.IsRejected)];

    public static TheoryData<string> Diagnosed => [.. Names(item => item.Diagnostics is not null || item.Probes is not null)];

    [Theory]
    [MemberData(nameof(Running))]
    public void Comes_out_as_expected_and_the_same_in_every_way(string name)
    {
        ConformanceCase item = CaseFiles.All[name];
        IReadOnlyList<Way> ways = Way.Of(item);
        CaseRun first = RunOn(item, ways[0], TierList.Reference)[0];
        if (Environment.GetEnvironmentVariable("HOGTRACE_SHOW_CASES") is { } path)
            File.AppendAllText(path, $"{name}\n{first.Describe(Detail.All)}\n");

        Expectation.Check(item, first);
        foreach (Way way in ways)
        {
            foreach (ITier tier in TierList.All)
            {
                foreach (CaseRun run in RunOn(item, way, tier))
                {
                    Detail detail = way.Detail & ~Detail.Instruction;
                    Assert.Equal($"{way.Name}, {tier.Name}\n{first.Describe(detail)}", $"{way.Name}, {tier.Name}\n{run.Describe(detail)}");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Diagnosed))]
    public void Compiles_to_the_diagnostics_and_probes_expected(string name)
    {
        ConformanceCase item = CaseFiles.All[name];
        CompileResult result = Way.CompileOnly(item);

        if (item.Diagnostics is not null)
            Assert.Equal(item.Diagnostics, [.. result.Diagnostics.Select(found => $"{found.Code}@{found.Line}:{found.Column}")]);
        Assert.Equal(item.IsRejected, result.Program is null);
        for (int i = 0; i < (item.Probes?.Count ?? 0); i++)
            CheckProbe(item.Probes![i], ProgramCodec.Read(ProgramCodec.Write(result.Program!)).Value!.Probes[i]);
    }

    private static void CheckProbe(JsonElement expected, Probe probe)
    {
        CaseJson.CheckKeys(expected, "target point offset sampling");
        Assert.Equal(CaseJson.Find(expected, "target")?.GetString() ?? probe.Specifier, probe.Specifier);
        Assert.Equal(CaseJson.Find(expected, "point")?.GetString() ?? "entry", probe.Point == ProbePoint.Entry ? "entry" : "exit");
        Assert.Equal(CaseJson.Find(expected, "offset")?.GetUInt32(), probe.Offset);
        Assert.Equal(CaseJson.Find(expected, "sampling")?.GetDouble(), probe.Sampling);
    }

    private static List<CaseRun> RunOn(ConformanceCase item, Way way, ITier tier)
    {
        using var prepared = new PreparedCase(item, way, tier);
        return [.. Enumerable.Range(0, Repetitions).Select(_ => prepared.Run())];
    }

    private static IEnumerable<string> Names(Func<ConformanceCase, bool> filter) =>
        CaseFiles.All.Where(pair => filter(pair.Value)).Select(pair => pair.Key);
}
