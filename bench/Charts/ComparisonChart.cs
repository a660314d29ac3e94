using HogTrace.Bench.Paired;

namespace HogTrace.Bench.Charts;

/// <summary>The predicates in all variants, as bars from the hand-written form to how many times as long each takes.</summary>
internal static class ComparisonChart
{
    private const double Width = 860;
    private const double PlotLeft = 250;
    private const double PlotRight = 812;
    private const double PlotTop = 70;
    private const double BarPitch = 11;
    private const double BarHeight = 9;
    private const double GroupGap = 9;
    private const double Foot = 64;

    public static string Draw(Summary summary)
    {
        var groups = VariantNames.Compared.Skip(1).Select(variant => (Variant: variant, Bars: BarsOf(summary, variant))).Where(group => group.Bars.Length > 0).ToArray();
        if (groups.Length == 0)
            throw new InvalidOperationException("A chart needs the predicates.");
        double plotBottom = PlotTop + groups.Sum(group => (group.Bars.Length * BarPitch) + GroupGap);
        var scale = new LogScale([.. groups.SelectMany(group => group.Bars).Select(bar => bar.Ratio)], PlotLeft, PlotRight);

        var svg = new Svg(Width, plotBottom + Foot, "How long predicates that don't fire take in HogTrace and other engines, in relation to a C# lambda");
        svg.Text("title", 16, 28, "start", "A predicate that doesn't fire, compared with a C# lambda");
        svg.Text("note", 16, 48, "start", "Time of a call, as a multiple of the lambda's; shorter is faster. Median over launches of ratios paired within one process.");
        DrawAxis(svg, scale, plotBottom);
        double y = PlotTop + (GroupGap / 2);
        foreach (var (variant, bars) in groups)
        {
            svg.Text("label", PlotLeft - 28, y + (bars.Length * BarPitch / 2) + 4, "end", VariantNames.Of(variant));
            foreach (var (id, ratio) in bars)
            {
                DrawBar(svg, scale, StyleOf(variant), y, id, ratio);
                y += BarPitch;
            }

            y += GroupGap;
        }

        string legend = string.Join(" · ", summary.Cases.Where(@case => PredicateFigures.Ids.Contains(@case.Id)).Select(@case => $"{@case.Id}: {@case.Title}"));
        svg.Text("note", 16, plotBottom + 54, "start", legend);
        return svg.End();
    }

    private static (string Id, double Ratio)[] BarsOf(Summary summary, Variant variant) =>
        [.. PredicateFigures.Ids.Select(id => (id, summary.Ratio(id, variant)?.Median)).Where(bar => bar.Median is not null).Select(bar => (bar.id, bar.Median!.Value))];

    private static void DrawAxis(Svg svg, LogScale scale, double bottom)
    {
        foreach (double tick in scale.Ticks)
        {
            svg.Vertical(tick == 1 ? "unit" : "grid", scale.At(tick), PlotTop, bottom);
            svg.Text("note", scale.At(tick), bottom + 16, "middle", FormattableString.Invariant($"{tick:#,0.##}×"));
        }

        svg.Text("note", (PlotLeft + PlotRight) / 2, bottom + 34, "middle", "times the C# lambda (logarithmic)");
    }

    private static void DrawBar(Svg svg, LogScale scale, string style, double y, string id, double ratio)
    {
        double from = Math.Min(scale.At(1), scale.At(ratio));
        double to = Math.Max(scale.At(1), scale.At(ratio));
        svg.Text("small", PlotLeft - 6, y + BarHeight - 1.5, "end", id);
        svg.Rectangle(style, from, y, Math.Max(to - from, 1), BarHeight);
        svg.Text("small", to + 4, y + BarHeight - 1.5, "start", Table.Number(ratio));
    }

    private static string StyleOf(Variant variant) => variant switch
    {
        Variant.SiteCompiled or Variant.FrameCompiled => "compiled",
        Variant.SiteInterpreted or Variant.FrameInterpreted => "interpreted",
        Variant.Inlined => "hand",
        _ => "other",
    };
}
