namespace HogTrace.Profiler.Com;

/// <summary>
/// The runtime refused what nothing goes on without. Only for where it is asked from within the rewriting of a body, which
/// has no return path for it; caught per method.
/// </summary>
internal sealed class RuntimeRefusedException(int result) : Exception
{
    public int Result { get; } = result;
}
