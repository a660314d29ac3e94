using System.Runtime.CompilerServices;
using HogTrace.Runtime;

namespace HogTrace;

/// <summary>One argument of a call.</summary>
public readonly struct Arguments<T0> : ISiteArguments
{
    private static readonly Type[] s_types = [typeof(T0)];

    private readonly T0 _arg0;

    /// <summary>Keeps them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Arguments(T0 arg0)
    {
        _arg0 = arg0;
    }

    static ReadOnlySpan<Type> ISiteArguments.Types => s_types;

    void ISiteArguments.Store(ref Value registers, ulong mask)
    {
        if ((mask & 1) != 0)
            registers = Value.From(_arg0);
    }
}
