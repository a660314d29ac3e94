using HogTrace.Runtime;

namespace HogTrace.Tests.Conformance.Tiers;

/// <summary>A way to run verified programs.</summary>
internal interface ITier
{
    string Name { get; }

    /// <summary>Makes a probe ready to run, any number of times.</summary>
    ITierProbe Prepare(ProbeEngine engine, HogTraceProbe probe);
}

/// <summary>A probe as a tier runs it.</summary>
internal interface ITierProbe : IDisposable
{
    void IDisposable.Dispose()
    {
    }

    /// <summary>Runs the probe.</summary>
    /// <param name="frame">The call.</param>
    /// <param name="store">The store of its request.</param>
    /// <param name="budget">Fuel; null for what the engine gives.</param>
    ProbeRun Run(ProbeFrame frame, RequestStore store, int? budget);
}
