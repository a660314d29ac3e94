using System.Globalization;

namespace HogTrace.Bench.Paired;

/// <summary>What calls cost.</summary>
internal static class CaseTables
{
    // Where the hand-written form is a call without a site, and what counts is how much the site adds to it.
    private static readonly string[] s_overheads = ["off", "off3", "entry", "both"];

    public static IEnumerable<(string Title, Table Table)> All(Summary summary, bool markdown)
    {
        var predicates = summary.Cases.Where(@case => PredicateFigures.Ids.Contains(@case.Id)).ToArray();
        yield return ("Predicates that don't fire: times the C# lambda", Ratios(summary, predicates));
        yield return ("Predicates that don't fire: nanoseconds, and bytes allocated by a call", Times(summary, predicates));
        yield return ("The request store, and captures", Others(summary, markdown));
        yield return ("What a site adds to a call", Overheads(summary));
        yield return ("Two threads that do nothing but capture three fields", Load(summary));
    }

    private static Table Ratios(Summary summary, CaseFigures[] predicates)
    {
        var table = new Table(["", .. predicates.Select(predicate => predicate.Id), "geometric mean"]);
        foreach (var variant in VariantNames.Compared.Skip(1))
        {
            var mean = summary.Over(launch => PredicateFigures.MeanRatio(launch, variant));
            var ratios = predicates.Select(predicate => summary.Ratio(predicate.Id, variant)).ToArray();
            if (ratios.Any(ratio => ratio is not null))
                table.Add([VariantNames.Of(variant), .. ratios.Select(Table.WithRange), Table.WithRange(mean)]);
        }

        return table;
    }

    private static Table Times(Summary summary, CaseFigures[] predicates)
    {
        var table = new Table(["", .. predicates.Select(predicate => predicate.Id), "B"]);
        foreach (var variant in VariantNames.Compared)
        {
            var times = predicates.Select(predicate => summary.Over(predicate.Id, variant, figures => figures.Nanoseconds)).ToArray();
            if (times.Any(time => time is not null))
                table.Add([VariantNames.Of(variant), .. times.Select(time => Table.Number(time?.Median)), Bytes(summary, predicates, variant)]);
        }

        if (table.HasRows)
            table.Add(["reference implementation, another run", .. predicates.Select(predicate => Table.Number(Reference.Nanoseconds(predicate.Id))), ""]);
        return table;
    }

    private static string Bytes(Summary summary, CaseFigures[] predicates, Variant variant)
    {
        double?[] bytes = [.. predicates.Select(predicate => summary.Over(predicate.Id, variant, figures => figures.Bytes)?.Median)];
        string from = Table.Whole(bytes.Min());
        string to = Table.Whole(bytes.Max());
        return from == to ? from : $"{from}–{to}";
    }

    private static Table Others(Summary summary, bool markdown)
    {
        var table = new Table("case", "", "ns", "× hand", "B");
        foreach (var @case in summary.Cases.Where(@case => !PredicateFigures.Ids.Contains(@case.Id) && !s_overheads.Contains(@case.Id)))
        {
            string name = markdown ? $"{@case.Id}: `{@case.Title}`" : $"{@case.Id}: {@case.Title}";
            foreach (var figures in @case.Variants)
            {
                table.Add(
                    name,
                    figures.Variant == Variant.Hand ? "by hand" : VariantNames.Of(figures.Variant),
                    Table.Number(summary.Over(@case.Id, figures.Variant, all => all.Nanoseconds)?.Median),
                    figures.Variant == Variant.Hand ? "" : Table.WithRange(summary.Ratio(@case.Id, figures.Variant)),
                    Table.Whole(summary.Over(@case.Id, figures.Variant, all => all.Bytes)?.Median));
                name = "";
            }
        }

        return table;
    }

    private static Table Overheads(Summary summary)
    {
        var table = new Table("case", "", "call alone, ns", "added, ns", "B");
        foreach (var @case in summary.Cases.Where(@case => s_overheads.Contains(@case.Id)))
        {
            foreach (var figures in @case.Variants.Where(figures => figures.Variant != Variant.Hand))
            {
                table.Add(
                    @case.Title,
                    @case.Id.StartsWith("off", StringComparison.Ordinal) ? "" : VariantNames.Of(figures.Variant),
                    Table.Number(summary.Over(@case.Id, Variant.Hand, all => all.Nanoseconds)?.Median),
                    Table.WithRange(summary.Over(@case.Id, figures.Variant, all => all.Added)),
                    Table.Whole(summary.Over(@case.Id, figures.Variant, all => all.Bytes)?.Median));
            }
        }

        return table;
    }

    private static Table Load(Summary summary)
    {
        var table = new Table("millions a second", "delivered", "dropped", "unaccounted for");
        if (summary.Launches[0].Load is null)
            return table;
        table.Add(
            Table.WithRange(summary.Over(launch => launch.Load!.PerSecond / 1e6)),
            Percent(summary.Over(launch => (double)launch.Load!.Delivered / launch.Load.Sent)),
            Percent(summary.Over(launch => (double)launch.Load!.DroppedQueueFull / launch.Load.Sent)),
            Table.Whole(summary.Over(launch => launch.Load!.Lost)?.Greatest));
        return table;
    }

    private static string Percent(Spread? share) => string.Create(CultureInfo.InvariantCulture, $"{share?.Median * 100:0} %");
}
