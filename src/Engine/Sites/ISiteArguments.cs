using HogTrace.Runtime;

namespace HogTrace;

/// <summary>The arguments of a call at a typed site, kept without boxing.</summary>
public interface ISiteArguments
{
    /// <summary>Writes the arguments whose bit is set in the mask to the registers of their positions.</summary>
    internal void Store(ref Value registers, ulong mask);

    /// <summary>The static types of the arguments.</summary>
    internal static abstract ReadOnlySpan<Type> Types { get; }
}
