namespace HogTrace.Profiler.Com;

/// <summary>An object of the runtime's: a pointer to a pointer to a vtable. Called by slot, with no marshalling between.</summary>
internal readonly unsafe struct ComObject(nint pointer)
{
    public nint Pointer { get; } = pointer;

    public bool IsNull => Pointer == 0;

    /// <summary>The method in a slot.</summary>
    public nint this[int slot] => (*(nint**)Pointer)[slot];

    /// <summary>The same object by another interface, which the caller releases.</summary>
    public int Query(in Guid id, out ComObject found)
    {
        nint pointer = 0;
        int result;
        fixed (Guid* name = &id)
            result = ((delegate* unmanaged<nint, Guid*, nint*, int>)this[Slot.Unknown.QueryInterface])(Pointer, name, &pointer);
        found = new ComObject(pointer);
        return result;
    }

    public void Release()
    {
        if (!IsNull)
            ((delegate* unmanaged<nint, uint>)this[Slot.Unknown.Release])(Pointer);
    }
}
