using HogTrace.Interpreter;
using HogTrace.Runtime;

namespace HogTrace.Execution;

/// <summary>The last line of defence: an exception of a tier is a bug of ours, and never the host's to bear.</summary>
internal static class SafeRun
{
    public static RunOutcome Run(InterpretedProbe probe, ref Value registers, ref RunContext run)
    {
        try
        {
            return probe.Run(ref registers, ref run);
        }
#pragma warning disable CA1031 // A probe never throws into its host, whatever happens.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            run.Fail(FaultKind.HostException, $"the run failed with {exception.GetType().Name}: {exception.Message}");
            return RunOutcome.Faulted;
        }
    }
}
