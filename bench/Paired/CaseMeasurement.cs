using HogTrace.Bench.Cases;
using HogTrace.Bench.Rivals;

namespace HogTrace.Bench.Paired;

/// <summary>Measures all variants of a case, and makes sure that they are what they are called.</summary>
internal static class CaseMeasurement
{
    private const int Rounds = 800;

    // The slower engines make garbage and wash out the caches: they are measured apart, and need fewer rounds.
    private const int SlowRounds = 200;

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
        compiled.HeatUp();
        clockless?.HeatUp();
        var untyped = compiled.CreateUntyped();
        var compiledPart = compiled.CompiledPart;
        bool isFrameCompiled = compiled.IsFrameCompiled;
        var clocklessPart = clockless?.CompiledPart;

        List<MeasuredLoop> loops = [.. ByHand(compiled), .. Compiled(compiled, compiledPart, isFrameCompiled)];
        if (untyped is { IsCompiled: true })
            loops.Add(new MeasuredLoop(Variant.UntypedCompiled, untyped.Loop));
        if (clockless is not null)
            loops.Add(Loop(Variant.SiteClockless, clockless, clockless.Site));
        if (rival is not null)
            loops.AddRange(Rival.Fast.Select(variant => Loop(variant, rival)));
        // The interpreter apart: its jumps wash out what the processor has learned of the others' for longer than a batch.
        List<VariantFigures> figures =
            [.. PairedRun.Measure(loops, Rounds), .. PairedRun.Measure([.. Interpreted(interpreted)], Rounds).Skip(1)];

        interpreted.Check(CompiledPart.None, isFrameCompiled: false);
        compiled.Check(compiledPart, isFrameCompiled);
        untyped?.Check();
        clockless?.Check(clocklessPart!.Value, isFrameCompiled);
        if (rival is not null)
            figures.AddRange(MeasureSlow(interpreted, rival));
        return new CaseFigures(id, interpreted.Title, figures);
    }

    private static IEnumerable<MeasuredLoop> ByHand(ProbeCase @case)
    {
        yield return Loop(Variant.Hand, @case, @case.Hand);
        foreach (var (variant, loop, settle) in @case.Others)
            yield return new MeasuredLoop(variant, loop, settle, @case.CallsAtMost);
        if (@case.IsInlinable)
            yield return Loop(Variant.Inlined, @case, @case.Inlined);
    }

    private static IEnumerable<MeasuredLoop> Interpreted(ProbeCase @case)
    {
        yield return Loop(Variant.Hand, @case, @case.Hand);
        yield return Loop(Variant.SiteInterpreted, @case, @case.Site);
        if (@case.Executes)
            yield return Loop(Variant.FrameInterpreted, @case, @case.Execute);
    }

    // What isn't compiled would be the interpreter again under another name.
    private static IEnumerable<MeasuredLoop> Compiled(ProbeCase @case, CompiledPart part, bool isFrameCompiled)
    {
        if (part != CompiledPart.None)
            yield return Loop(part == CompiledPart.All ? Variant.SiteCompiled : Variant.SiteCompiledInPart, @case, @case.Site);
        if (isFrameCompiled)
            yield return Loop(Variant.FrameCompiled, @case, @case.Execute);
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
