using System.Diagnostics;

namespace HogTrace.Diagnostics;

/// <summary>Is told what is compiled for a probe at one site, and what is given up again. Thread safe; never throws.</summary>
/// <param name="probe">The probe.</param>
/// <param name="site">Name of the site; empty for dynamic frames.</param>
/// <param name="counts">The probe's counts over all sites.</param>
internal sealed class CompilationLog(HogTraceProbe probe, string site, CompilationCounts counts)
{
    /// <summary>A compiled form is in place.</summary>
    /// <param name="part">What of the probe it is.</param>
    /// <param name="operations">Its length in operations of three-address code.</param>
    /// <param name="started">When the compilation began.</param>
    public void Compiled(CompiledPart part, int operations, long started)
    {
        long ticks = Stopwatch.GetTimestamp() - started;
        counts.AddCompiled(ticks);
        ProcessCounts.AddTierUp();
        var time = Stopwatch.GetElapsedTime(0, ticks);
        EngineMeter.RecordCompilation(time);
        EngineEvents.Compiled(probe, site, part, time, operations);
    }

    /// <summary>A compiled form was given up because its guards failed too often.</summary>
    public void GaveUp(CompiledPart part)
    {
        counts.AddGivenUp();
        ProcessCounts.AddDeoptimization();
        EngineEvents.Deoptimized(probe, site, part);
    }
}
