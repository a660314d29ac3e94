using HogTrace.Bench.Paired;

namespace HogTrace.Bench.Compiling;

/// <summary>What it costs to get from a predicate to code that runs, the first call included.</summary>
/// <param name="FirstMilliseconds">The first compilation to IL of the process: mostly the JIT at work on the compiler.</param>
/// <param name="Probes">Verified programs that are put into a site, with and without compilation.</param>
/// <param name="Rivals">The same predicates in other engines.</param>
internal sealed record IlFigures(double FirstMilliseconds, IReadOnlyList<InstallFigures> Probes, IReadOnlyList<BuildFigures> Rivals);

/// <summary>One predicate, from verified program to the end of the first hit.</summary>
/// <param name="Id">The case.</param>
/// <param name="InterpretedMicroseconds">Translated, installed and interpreted.</param>
/// <param name="InterpretedBytes">Garbage and memory of that.</param>
/// <param name="CompiledMicroseconds">Compiled as well.</param>
/// <param name="CompiledBytes">Garbage and memory of that.</param>
internal sealed record InstallFigures(
    string Id, double InterpretedMicroseconds, double InterpretedBytes, double CompiledMicroseconds, double CompiledBytes)
{
    /// <summary>The compilation to IL alone.</summary>
    public double CompilingMicroseconds => CompiledMicroseconds - InterpretedMicroseconds;

    /// <summary>The compilation to IL alone.</summary>
    public double CompilingBytes => CompiledBytes - InterpretedBytes;
}

/// <summary>One predicate in one other engine, from text or tree to the end of the first call.</summary>
internal sealed record BuildFigures(string Id, Variant Variant, double Microseconds, double Bytes);
