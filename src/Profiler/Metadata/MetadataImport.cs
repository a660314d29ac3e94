using HogTrace.Profiler.Com;

namespace HogTrace.Profiler.Metadata;

/// <summary>A module's metadata for reading, as IMetaDataImport2 shows it. Methods return HRESULTs.</summary>
internal readonly unsafe struct MetadataImport(ComObject import)
{
    // Longer names are cut; those that are compared are shorter.
    private const int NameCapacity = 64;

    public int GetMethod(int token, out MethodRow row)
    {
        int type, implementation;
        uint length, attributes, address, size;
        byte* signature;
        char* name = stackalloc char[NameCapacity];
        int result = ((delegate* unmanaged<nint, int, int*, char*, uint, uint*, uint*, byte**, uint*, uint*, int*, int>)import[Slot.Import.GetMethodProps])(
            import.Pointer, token, &type, name, NameCapacity, &length, &attributes, &signature, &size, &address, &implementation);
        row = HResult.Failed(result)
            ? default
            : new MethodRow(Text(name, length), type, new ReadOnlySpan<byte>(signature, (int)size).ToArray(), implementation);
        return result;
    }

    /// <summary>A definition's name and what it derives from; 0 for nothing.</summary>
    public int GetTypeDefinition(int token, out string name, out int baseType)
    {
        uint length, attributes;
        int extends;
        char* buffer = stackalloc char[NameCapacity];
        int result = ((delegate* unmanaged<nint, int, char*, uint, uint*, uint*, int*, int>)import[Slot.Import.GetTypeDefProps])(
            import.Pointer, token, buffer, NameCapacity, &length, &attributes, &extends);
        (name, baseType) = HResult.Failed(result) ? ("", 0) : (Text(buffer, length), extends);
        return result;
    }

    public int GetTypeReference(int token, out string name)
    {
        uint length;
        int scope;
        char* buffer = stackalloc char[NameCapacity];
        int result = ((delegate* unmanaged<nint, int, int*, char*, uint, uint*, int>)import[Slot.Import.GetTypeRefProps])(
            import.Pointer, token, &scope, buffer, NameCapacity, &length);
        name = HResult.Failed(result) ? "" : Text(buffer, length);
        return result;
    }

    public int GetSignature(int token, out byte[] signature)
    {
        byte* start;
        uint size;
        int result = ((delegate* unmanaged<nint, int, byte**, uint*, int>)import[Slot.Import.GetSigFromToken])(
            import.Pointer, token, &start, &size);
        signature = HResult.Failed(result) ? [] : new ReadOnlySpan<byte>(start, (int)size).ToArray();
        return result;
    }

    public int CountTypeParameters(int type, out int count)
    {
        nint enumeration = 0;
        int first;
        uint got, all = 0;
        int result = ((delegate* unmanaged<nint, nint*, int, int*, uint, uint*, int>)import[Slot.Import.EnumGenericParams])(
            import.Pointer, &enumeration, type, &first, 1, &got);
        if (!HResult.Failed(result) && enumeration != 0)
            result = ((delegate* unmanaged<nint, nint, uint*, int>)import[Slot.Import.CountEnum])(import.Pointer, enumeration, &all);
        ((delegate* unmanaged<nint, nint, void>)import[Slot.Import.CloseEnum])(import.Pointer, enumeration);
        count = (int)all;
        return result;
    }

    // The length that is reported counts the terminator, and is that of the whole name.
    private static string Text(char* name, uint length) =>
        new(name, 0, (int)Math.Min(Math.Max(length, 1), NameCapacity) - 1);
}
