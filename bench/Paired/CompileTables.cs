using HogTrace.Bench.Compiling;
using HogTrace.Bench.Rivals;

namespace HogTrace.Bench.Paired;

/// <summary>What it costs before a call.</summary>
internal static class CompileTables
{
    public static IEnumerable<(string Title, Table Table)> All(Summary summary)
    {
        yield return ("From source or bytes to a verified program, warm", Sources(summary));
        yield return ("From a verified program to the first hit interpreted, and from there to the first compiled, warm", Probes(summary));
        yield return ("The same predicates in other engines, from text to the end of the first call, warm: µs", Builds(summary));
        yield return ($"Hits one by one on one thread, while another compiles {PauseMeasurement.Probes} probes: ns, with the reading of the clock", Pauses(summary));
    }

    private static Table Sources(Summary summary)
    {
        var table = new Table("", "time", "garbage");
        if (summary.Launches[0].Compile is null)
            return table;
        Spread? Of(Func<CompileFigures, double> figure) => summary.Over(launch => figure(launch.Compile!));
        table.Add(
            "source of one probe",
            Table.WithRange(Of(figures => figures.OneMicroseconds)) + " µs",
            Table.Number(Of(figures => figures.OneBytesPerCharacter)?.Median) + " B a character");
        table.Add(
            "source of 1,000 probes",
            Table.WithRange(Of(figures => figures.ManyMilliseconds)) + " ms",
            Table.Number(Of(figures => figures.ManyBytesPerCharacter)?.Median) + " B a character");
        table.Add(
            "bytes of one probe",
            Table.WithRange(Of(figures => figures.LoadMicroseconds)) + " µs",
            Table.Number(Of(figures => figures.LoadBytes)?.Median) + " B");
        return table;
    }

    private static Table Probes(Summary summary)
    {
        var table = new Table("", "installed, µs", "B", "compiled for a site, µs", "B", "pays back after, hits", "compiled for frames, µs", "B", "pays back after, runs");
        if (summary.Launches[0].Il is not { } il)
            return table;
        foreach (var probe in il.Probes)
        {
            Spread? Of(Func<ProbeBuildFigures, double?> figure) => summary.Over(launch => figure(Find(launch, probe.Id)));
            table.Add(
                probe.Id,
                Table.WithRange(Of(costs => costs.Install.Microseconds)),
                Table.Whole(Of(costs => costs.Install.Bytes)?.Median),
                Table.WithRange(Of(costs => costs.Site.Microseconds)),
                Table.Whole(Of(costs => costs.Site.Bytes)?.Median),
                Table.Whole(summary.Over(launch => PayBack(launch, probe.Id, Find(launch, probe.Id).Site, Variant.SiteInterpreted, Variant.SiteCompiled))?.Median),
                Table.WithRange(Of(costs => costs.Frame.Microseconds)),
                Table.Whole(Of(costs => costs.Frame.Bytes)?.Median),
                Table.Whole(summary.Over(launch => PayBack(launch, probe.Id, Find(launch, probe.Id).Frame, Variant.FrameInterpreted, Variant.FrameCompiled))?.Median));
        }

        table.Add("P1, the first in a process", "", "", Table.WithRange(summary.Over(launch => launch.Il!.FirstMilliseconds * 1000)), "", "", "", "", "");
        return table;
    }

    private static double? PayBack(LaunchFigures launch, string id, Cost cost, Variant interpreted, Variant compiled)
    {
        double? saved = launch.Find(id, interpreted)?.Nanoseconds - launch.Find(id, compiled)?.Nanoseconds;
        return saved > 0 ? cost.Microseconds * 1000 / saved : null;
    }

    private static Table Builds(Summary summary)
    {
        var table = new Table(["", .. RivalList.Ids, "KB"]);
        if (summary.Launches[0].Il is null)
            return table;
        Add("HogTrace, compiled for a site", (launch, id) => Find(launch, id).Site);
        foreach (var variant in Rival.Builders)
            Add(VariantNames.Of(variant), (launch, id) => launch.Il!.Rivals.Single(figures => figures.Id == id && figures.Variant == variant).Cost);
        return table;

        void Add(string name, Func<LaunchFigures, string, Cost> cost) => table.Add(
        [
            name,
            .. RivalList.Ids.Select(id => Table.Number(summary.Over(launch => cost(launch, id).Microseconds)?.Median)),
            Table.Number(summary.Over(launch => Statistics.Median(RivalList.Ids.Select(id => cost(launch, id).Bytes)))?.Median / 1024),
        ]);
    }

    private static ProbeBuildFigures Find(LaunchFigures launch, string id) => launch.Il!.Probes.Single(probe => probe.Id == id);

    private static Table Pauses(Summary summary)
    {
        var table = new Table("", "median", "99 %", "99.9 %", "99.99 %", "greatest");
        if (summary.Launches[0].Pauses is null)
            return table;
        Add("nothing compiled", pauses => pauses.Quiet);
        Add("while compiling", pauses => pauses.Compiling);
        return table;

        void Add(string name, Func<PauseFigures, Latencies> of)
        {
            string Cell(Func<Latencies, double> figure) => Table.WithRange(summary.Over(launch => figure(of(launch.Pauses!))));
            table.Add(name, Cell(all => all.Median), Cell(all => all.P99), Cell(all => all.P999), Cell(all => all.P9999), Cell(all => all.Greatest));
        }
    }
}
