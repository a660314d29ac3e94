using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using HogTrace.Runtime;

namespace HogTrace.Execution;

/// <summary>Register files on the machine stack. Their zeroing is paid by every run, so there is a small one for most.</summary>
[InlineArray(Count)]
internal struct SmallRegisters
{
    public const int Count = 8;
    private Value _first;

    [UnscopedRef]
    public ref Value First => ref _first;
}

/// <summary>For calls with many arguments and deep expressions; what is larger still is rented.</summary>
[InlineArray(Count)]
internal struct LargeRegisters
{
    public const int Count = 32;
    private Value _first;

    [UnscopedRef]
    public ref Value First => ref _first;
}
