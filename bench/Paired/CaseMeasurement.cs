using HogTrace.Bench.Cases;
using HogTrace.Bench.Rivals;

namespace HogTrace.Bench.Paired;

/// <summary>Measures all variants of a case, and makes sure that they are what they are called.</summary>
internal static class CaseMeasurement
{
    private const int Rounds = 1000;

    // The slower engines make garbage and wash out the caches: they are measured apart, and need fewer rounds.
    private const int SlowRounds = 300;

    public static CaseFigures Measure(string id)
    {
        CaseFigures? figures = null;
        // A context of its own, so that the requests that a case begins end with it.
        ExecutionContext.Run(ExecutionContext.Capture()!, _ => figures = MeasureAll(id), null);
        return figures!;
    }

    private static CaseFigures MeasureAll(string id)
    {
        var interpreted = CaseList.Create<Interpreted>(id);
        var compiled = CaseList.Create<Compiled>(id);
        var clockless = id == "C3" ? CaseList.Create<Clockless>(id) : null;
        using var rival = RivalList.TryCreate(id);
        bool isSiteCompiled = compiled.IsSiteCompiled;
        bool isClocklessCompiled = clockless?.IsSiteCompiled == true;
        bool isFrameCompiled = compiled.IsFrameCompiled;

        List<MeasuredLoop> loops = [Loop(Variant.Hand, interpreted, interpreted.Hand)];
        if (interpreted.IsInlinable)
            loops.Add(Loop(Variant.Inlined, interpreted, interpreted.Inlined));
        loops.Add(Loop(Variant.SiteInterpreted, interpreted, interpreted.Site));
        if (isSiteCompiled)
            loops.Add(Loop(Variant.SiteCompiled, compiled, compiled.Site));
        if (clockless is not null)
            loops.Add(Loop(Variant.SiteClockless, clockless, clockless.Site));
        if (interpreted.Executes)
            loops.Add(Loop(Variant.FrameInterpreted, interpreted, interpreted.Execute));
        if (isFrameCompiled)
            loops.Add(Loop(Variant.FrameCompiled, compiled, compiled.Execute));
        if (rival is not null)
            loops.AddRange(Rival.Fast.Select(variant => Loop(variant, rival)));
        List<VariantFigures> figures = [.. PairedRun.Measure(loops, Rounds)];

        interpreted.Check(isCompiled: false);
        compiled.Check(isSiteCompiled);
        clockless?.Check(isClocklessCompiled);
        if (rival is not null)
            figures.AddRange(MeasureSlow(interpreted, rival));
        return new CaseFigures(id, interpreted.Title, figures);
    }

    private static IEnumerable<VariantFigures> MeasureSlow(ProbeCase @case, Rival rival)
    {
        var loops = Rival.Slow.Select(variant => Loop(variant, rival));
        var figures = PairedRun.Measure([Loop(Variant.Hand, @case, @case.Hand), .. loops], SlowRounds);
        if (rival.Fired > 0)
            throw new InvalidOperationException($"{rival.Id}: a predicate of another engine fired.");
        return figures.Skip(1);
    }

    private static MeasuredLoop Loop(Variant variant, ProbeCase @case, Action<int> loop) =>
        new(variant, loop, @case.Settle, @case.CallsAtMost);

    private static MeasuredLoop Loop(Variant variant, Rival rival)
    {
        // Throws when its predicate isn't true where it should be; in the loop it never is.
        rival.Build(variant);
        return new MeasuredLoop(variant, rival.Loop(variant));
    }
}
