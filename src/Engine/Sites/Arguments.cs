using System.Runtime.CompilerServices;
using HogTrace.Runtime;

namespace HogTrace;

/// <summary>Eight arguments of a call.</summary>
[Arities]
public readonly struct Arguments<T0, T1, T2, T3, T4, T5, T6, T7> : ISiteArguments
{
    private static readonly Type[] s_types = [typeof(T0), typeof(T1), typeof(T2), typeof(T3), typeof(T4), typeof(T5), typeof(T6), typeof(T7)];

    private readonly T0 _arg0;
    private readonly T1 _arg1;
    private readonly T2 _arg2;
    private readonly T3 _arg3;
    private readonly T4 _arg4;
    private readonly T5 _arg5;
    private readonly T6 _arg6;
    private readonly T7 _arg7;

    /// <summary>Keeps them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Arguments(T0 arg0, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7)
    {
        _arg0 = arg0;
        _arg1 = arg1;
        _arg2 = arg2;
        _arg3 = arg3;
        _arg4 = arg4;
        _arg5 = arg5;
        _arg6 = arg6;
        _arg7 = arg7;
    }

    static ReadOnlySpan<Type> ISiteArguments.Types => s_types;

    void ISiteArguments.Store(ref Value registers, ulong mask)
    {
        if ((mask & 1) != 0)
            registers = Value.From(_arg0);
        if ((mask & 2) != 0)
            Unsafe.Add(ref registers, 1) = Value.From(_arg1);
        if ((mask & 4) != 0)
            Unsafe.Add(ref registers, 2) = Value.From(_arg2);
        if ((mask & 8) != 0)
            Unsafe.Add(ref registers, 3) = Value.From(_arg3);
        if ((mask & 16) != 0)
            Unsafe.Add(ref registers, 4) = Value.From(_arg4);
        if ((mask & 32) != 0)
            Unsafe.Add(ref registers, 5) = Value.From(_arg5);
        if ((mask & 64) != 0)
            Unsafe.Add(ref registers, 6) = Value.From(_arg6);
        if ((mask & 128) != 0)
            Unsafe.Add(ref registers, 7) = Value.From(_arg7);
    }
}
