using System.Reflection.Emit;
using HogTrace.IlBackend.Emit;
using HogTrace.Runtime;

namespace HogTrace.IlBackend.Lowering;

/// <summary>A remainder that is compared with a constant next, as a probe does that samples.</summary>
internal abstract partial class CodeLowering
{
    // What the operation before divided, where the operation after only asks for one remainder.
    private LocalBuilder? _dividend;
    private RemainderTest _test;
    private int _testedAt = -1;

    /// <summary>
    /// Keeps what is divided, when the comparison can do with it. The remainder is computed nevertheless, for who may
    /// read it later; the JIT leaves out what nobody reads.
    /// </summary>
    private void KeepDividend(Operation division, Source a, Source b)
    {
        int next = Current + 1;
        if (division.Code != OperationCode.Mod || !b.Place.IsConstant || next >= Code.Operations.Length || _labels[next] is not null)
            return;
        var comparison = Code.Operations[next];
        if (comparison.Code is not (OperationCode.Eq or OperationCode.Ne)
            || comparison.A.IsConstant || comparison.A.Index != division.Destination || !comparison.B.IsConstant
            || Code.Constants[comparison.B.Index] is not { IsInt: true } remainder
            || RemainderTest.Of(Code.Constants[b.Place.Index].UnsafeInt, remainder.UnsafeInt) is not { } test)
            return;
        _dividend ??= Il.Local(typeof(long));
        Push(a);
        Il.Store(_dividend);
        (_test, _testedAt) = (test, next);
    }

    private bool TryPushRemainderTest()
    {
        if (_testedAt != Current)
            return false;
        Il.Load(_dividend!);
        Il.Int64(_test.Shift);
        Il.Add();
        Il.Int64(_test.Multiplier);
        Il.Multiply();
        if (_test.Rotation > 0)
        {
            Il.Int32(_test.Rotation);
            Il.Call(KnownMethods.RotateRight);
        }

        Il.Int64((long)_test.Limit);
        Il.IsUnsignedGreater();
        Il.Not();
        return true;
    }
}
