namespace HogTrace.Runtime;

/// <summary>An exception of the host's code, as the fault that ends the run.</summary>
internal static class HostFault
{
    /// <summary>Names the exception's type only: its message is the host's code, and may hold the host's data.</summary>
    public static FaultKind Record(Exception exception, string during, ref RunContext run) =>
        run.Fail(FaultKind.HostException, $"{TypeNames.Of(exception.GetType())} was thrown while {during}");
}
