namespace HogTrace;

/// <summary>What has become of a probe's hits so far.</summary>
/// <param name="PredicateFalse">Hits whose predicate was not True. A lower bound when threads hit the probe at the same instant.</param>
/// <param name="SampledOut">Hits that sampling left out. A lower bound likewise.</param>
/// <param name="Fired">Runs whose body ran to its end.</param>
/// <param name="Faulted">Runs that faulted.</param>
/// <param name="Captures">Events captured, by runs that fired and by those that faulted later.</param>
/// <param name="SwitchedOff">Why the circuit breaker switched the probe off; null while it has not.</param>
public sealed record ProbeStatistics(
    long PredicateFalse, long SampledOut, long Fired, long Faulted, long Captures, string? SwitchedOff)
{
    /// <summary>All hits.</summary>
    public long Hits => PredicateFalse + SampledOut + Fired + Faulted;

    /// <summary><see cref="Faulted"/>, by kind.</summary>
    public FaultCounts FaultsByKind { get; init; } = FaultCounts.None;

    /// <summary>
    /// What decides hits now: machine code once the predicate, or the body where there is none, is compiled at one
    /// site or more; else the interpreter.
    /// </summary>
    public ProbeTier Tier { get; init; }

    /// <summary>Compiled forms made: of the predicate, of the body, and of a typed site's code, at every site, each counts.</summary>
    public long Compilations { get; init; }

    /// <summary>Compiled forms given up again because their guards failed too often.</summary>
    public long FormsGivenUp { get; init; }

    /// <summary>What its hits have taken on the threads of the program, estimated from some of them; zero until there are enough.</summary>
    public TimeSpan RunTime { get; init; }

    /// <summary>What making the compiled forms took, on whatever thread.</summary>
    public TimeSpan CompileTime { get; init; }
}
