namespace HogTrace.Bench.Compiling;

/// <summary>How long hits take on one thread, in nanoseconds, the reading of the clock included.</summary>
/// <param name="Quiet">While nothing else happens in the process.</param>
/// <param name="Compiling">While another thread compiles probes.</param>
internal sealed record PauseFigures(Latencies Quiet, Latencies Compiling);

/// <summary>A distribution.</summary>
internal sealed record Latencies(double Median, double P99, double P999, double P9999, double Greatest);
