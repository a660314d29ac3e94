using HogTrace.Runtime;

namespace HogTrace;

/// <summary>No arguments of a call.</summary>
public readonly struct NoArguments : ISiteArguments
{
    static ReadOnlySpan<Type> ISiteArguments.Types => [];

    void ISiteArguments.Store(ref Value registers, ulong mask)
    {
    }
}
