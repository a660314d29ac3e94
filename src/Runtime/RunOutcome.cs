namespace HogTrace.Runtime;

/// <summary>How a run of a probe ended.</summary>
public enum RunOutcome : byte
{
    /// <summary>The predicate gave something other than Bool True; nothing was done.</summary>
    PredicateFalse,

    /// <summary>The body ran to its end.</summary>
    Fired,

    /// <summary>Predicate or body faulted; captures made before it are kept.</summary>
    Faulted,

    /// <summary>Sampling left this request, or this hit, out.</summary>
    SampledOut,

    /// <summary>The probe is switched off, or its target or point is another.</summary>
    NotRun,
}
