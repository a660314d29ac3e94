using System.Runtime.CompilerServices;

namespace HogTrace.Runtime;

/// <summary>The operators as calls, for code that has fast paths of its own in front: their definitions, inlined, would only make it longer.</summary>
internal static class OutlinedOperators
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static FaultKind Add(in Value a, in Value b, ref RunContext run, out Value result) => Operators.Add(in a, in b, ref run, out result);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static FaultKind Sub(in Value a, in Value b, ref RunContext run, out Value result) => Operators.Sub(in a, in b, ref run, out result);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static FaultKind Mul(in Value a, in Value b, ref RunContext run, out Value result) => Operators.Mul(in a, in b, ref run, out result);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static FaultKind Div(in Value a, in Value b, ref RunContext run, out Value result) => Operators.Div(in a, in b, ref run, out result);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static FaultKind Mod(in Value a, in Value b, ref RunContext run, out Value result) => Operators.Mod(in a, in b, ref run, out result);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static FaultKind Eq(in Value a, in Value b, ref RunContext run, out bool result) => Operators.Eq(in a, in b, ref run, out result);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static FaultKind Ne(in Value a, in Value b, ref RunContext run, out bool result) => Operators.Ne(in a, in b, ref run, out result);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static FaultKind Lt(in Value a, in Value b, ref RunContext run, out bool result) => Operators.Lt(in a, in b, ref run, out result);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static FaultKind Gt(in Value a, in Value b, ref RunContext run, out bool result) => Operators.Gt(in a, in b, ref run, out result);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static FaultKind Le(in Value a, in Value b, ref RunContext run, out bool result) => Operators.Le(in a, in b, ref run, out result);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static FaultKind Ge(in Value a, in Value b, ref RunContext run, out bool result) => Operators.Ge(in a, in b, ref run, out result);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static bool IsTrue(in Value value) => value.IsTrue;
}
