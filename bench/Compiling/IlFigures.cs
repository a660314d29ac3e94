using HogTrace.Bench.Paired;

namespace HogTrace.Bench.Compiling;

/// <summary>What it costs to get from a predicate to code that runs, the first call included.</summary>
/// <param name="FirstMilliseconds">The first compilation to IL of the process: mostly the JIT at work on the compiler.</param>
/// <param name="Probes">The predicates as probes.</param>
/// <param name="Rivals">The same predicates in other engines.</param>
internal sealed record IlFigures(double FirstMilliseconds, IReadOnlyList<ProbeBuildFigures> Probes, IReadOnlyList<BuildFigures> Rivals);

/// <summary>One predicate as a probe.</summary>
/// <param name="Id">The case.</param>
/// <param name="Install">From verified program to the first hit of the site, interpreted.</param>
/// <param name="Site">From there to the first hit of the site, compiled.</param>
/// <param name="Frame">The same for a probe that is executed over frames.</param>
internal sealed record ProbeBuildFigures(string Id, Cost Install, Cost Site, Cost Frame);

/// <summary>One predicate in one other engine, from text or tree to the end of the first call.</summary>
internal sealed record BuildFigures(string Id, Variant Variant, Cost Cost);

/// <summary>Time, and what is allocated: garbage, and what stays.</summary>
internal sealed record Cost(double Microseconds, double Bytes)
{
    public static Cost Of((double Seconds, double Bytes) measured) => new(measured.Seconds * 1e6, measured.Bytes);
}
