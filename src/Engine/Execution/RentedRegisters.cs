using System.Buffers;
using System.Runtime.InteropServices;
using HogTrace.Runtime;

namespace HogTrace.Execution;

/// <summary>Registers from the pool, for the rare probe that needs more than the large file on the stack has.</summary>
internal readonly ref struct RentedRegisters
{
    private readonly Value[]? _values;

    public RentedRegisters(int count) =>
        _values = count > LargeRegisters.Count ? ArrayPool<Value>.Shared.Rent(count) : null;

    public ref Value FirstOr(ref Value onStack) =>
        ref _values is null ? ref onStack : ref MemoryMarshal.GetArrayDataReference(_values);

    public void Dispose()
    {
        if (_values is not null)
            ArrayPool<Value>.Shared.Return(_values, clearArray: true);
    }
}
