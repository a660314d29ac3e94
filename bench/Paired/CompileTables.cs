using HogTrace.Bench.Compiling;
using HogTrace.Bench.Rivals;

namespace HogTrace.Bench.Paired;

/// <summary>What it costs before a call.</summary>
internal static class CompileTables
{
    public static IEnumerable<(string Title, Table Table)> All(Summary summary)
    {
        yield return ("From source or bytes to a verified program, warm", Sources(summary));
        yield return ("From a verified program to the end of the first call, warm", Installs(summary));
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

    private static Table Installs(Summary summary)
    {
        var table = new Table("", "interpreted, µs", "B", "compiled, µs", "B", "compiling alone, µs", "B", "pays back after, calls");
        var probes = summary.Launches[0].Il?.Probes ?? [];
        for (int i = 0; i < probes.Count; i++)
        {
            int at = i;
            string id = probes[i].Id;
            Spread? Of(Func<InstallFigures, double> figure) => summary.Over(launch => figure(launch.Il!.Probes[at]));
            table.Add(
                id,
                Table.WithRange(Of(probe => probe.InterpretedMicroseconds)),
                Table.Whole(Of(probe => probe.InterpretedBytes)?.Median),
                Table.WithRange(Of(probe => probe.CompiledMicroseconds)),
                Table.Whole(Of(probe => probe.CompiledBytes)?.Median),
                Table.Number(Of(probe => probe.CompilingMicroseconds)?.Median),
                Table.Whole(Of(probe => probe.CompilingBytes)?.Median),
                Table.Whole(summary.Over(launch => CallsToPayBack(launch, launch.Il!.Probes[at]))?.Median));
        }

        if (probes.Count > 0)
            table.Add("P1, the first in a process", "", "", Table.Number(summary.Over(launch => launch.Il!.FirstMilliseconds * 1000)?.Median), "", "", "", "");
        return table;
    }

    private static double? CallsToPayBack(LaunchFigures launch, InstallFigures probe)
    {
        double? saved = launch.Find(probe.Id, Variant.SiteInterpreted)?.Nanoseconds - launch.Find(probe.Id, Variant.SiteCompiled)?.Nanoseconds;
        return saved > 0 ? probe.CompilingMicroseconds * 1000 / saved : null;
    }

    private static Table Builds(Summary summary)
    {
        var table = new Table(["", .. RivalList.Ids, "KB"]);
        if (summary.Launches[0].Il is not { } il)
            return table;
        var ours = il.Probes.Select((_, index) => summary.Over(launch => launch.Il!.Probes[index].CompiledMicroseconds));
        table.Add([VariantNames.Of(Variant.SiteCompiled), .. ours.Select(time => Table.Number(time?.Median)), Kilobytes(il.Probes.Select(probe => probe.CompiledBytes))]);
        foreach (var variant in Rival.Builders)
        {
            var times = RivalList.Ids.Select(id => summary.Over(launch => Find(launch, id, variant).Microseconds)?.Median);
            table.Add(
            [
                VariantNames.Of(variant),
                .. times.Select(Table.Number),
                Kilobytes(RivalList.Ids.Select(id => Find(summary.Launches[0], id, variant).Bytes)),
            ]);
        }

        return table;
    }

    private static BuildFigures Find(LaunchFigures launch, string id, Variant variant) =>
        launch.Il!.Rivals.Single(figures => figures.Id == id && figures.Variant == variant);

    private static string Kilobytes(IEnumerable<double> bytes) => Table.Number(Statistics.Median(bytes) / 1024);

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
