using System.Runtime.InteropServices;

namespace HogTrace.Profiler.Com;

/// <summary>
/// Objects of ours that the runtime calls. There is one of each kind, and it lives as long as the process: counting
/// references is for form's sake.
/// </summary>
internal static unsafe class NativeObject
{
    /// <summary>Allocates an object and its vtable, with every slot after IUnknown's returning success.</summary>
    public static nint* Create(int slots, out nint* table)
    {
        table = (nint*)NativeMemory.AllocZeroed((nuint)slots, (nuint)sizeof(nint));
        for (int i = 0; i < slots; i++)
            table[i] = (nint)(delegate* unmanaged<int>)&Succeed;
        table[Slot.Unknown.AddRef] = table[Slot.Unknown.Release] = (nint)(delegate* unmanaged<nint, uint>)&CountReference;
        var instance = (nint*)NativeMemory.AllocZeroed(1, (nuint)sizeof(nint));
        *instance = (nint)table;
        return instance;
    }

    /// <summary>What QueryInterface does for an object that has the given interfaces.</summary>
    public static int Query(nint self, Guid* id, nint* found, ReadOnlySpan<Guid> interfaces)
    {
        bool known = *id == InterfaceIds.Unknown || interfaces.Contains(*id);
        *found = known ? self : 0;
        return known ? HResult.Ok : HResult.NoInterface;
    }

    // Stands for methods of any parameters: on x64 and arm64 the caller cleans up what it passed.
    [UnmanagedCallersOnly]
    private static int Succeed() => HResult.Ok;

    [UnmanagedCallersOnly]
    private static uint CountReference(nint self) => 1;
}
