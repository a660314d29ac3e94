using HogTrace.Bytecode;

namespace HogTrace;

/// <summary>Something that a probe reports: a capture or a fault. Immutable.</summary>
public abstract class ProbeEvent
{
    private protected ProbeEvent(HogTraceProbe probe, string function, DateTimeOffset timestamp)
    {
        Probe = probe;
        Function = function;
        Timestamp = timestamp;
    }

    /// <summary>The probe.</summary>
    public HogTraceProbe Probe { get; }

    /// <summary>Name of the program.</summary>
    public string Program => Probe.Program.Name;

    /// <summary>Full name of the function that was called.</summary>
    public string Function { get; }

    /// <summary>Entry or exit.</summary>
    public ProbePoint Point => Probe.Point;

    /// <summary>When.</summary>
    public DateTimeOffset Timestamp { get; }
}
