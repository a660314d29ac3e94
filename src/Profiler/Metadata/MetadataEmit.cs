using HogTrace.Profiler.Com;

namespace HogTrace.Profiler.Metadata;

/// <summary>A module's metadata for adding to it. Every call adds a row, also when there is an equal one.</summary>
internal readonly unsafe struct MetadataEmit(ComObject emit, ComObject assemblyEmit)
{
    public int DefineAssemblyReference(string name, ushort majorVersion)
    {
        var version = new AssemblyVersionBlock { Major = majorVersion };
        int token;
        fixed (char* text = name)
        {
            return Checked(((delegate* unmanaged<nint, byte*, uint, char*, AssemblyVersionBlock*, byte*, uint, uint, int*, int>)assemblyEmit[Slot.AssemblyEmit.DefineAssemblyRef])(
                assemblyEmit.Pointer, null, 0, text, &version, null, 0, 0, &token), token);
        }
    }

    public int DefineTypeReference(int scope, string name)
    {
        int token;
        fixed (char* text = name)
        {
            return Checked(((delegate* unmanaged<nint, int, char*, int*, int>)emit[Slot.Emit.DefineTypeRefByName])(
                emit.Pointer, scope, text, &token), token);
        }
    }

    public int DefineMemberReference(int parent, string name, ReadOnlySpan<byte> signature)
    {
        int token;
        fixed (char* text = name)
        fixed (byte* bytes = signature)
        {
            return Checked(((delegate* unmanaged<nint, int, char*, byte*, uint, int*, int>)emit[Slot.Emit.DefineMemberRef])(
                emit.Pointer, parent, text, bytes, (uint)signature.Length, &token), token);
        }
    }

    public int DefineMethodSpecification(int method, ReadOnlySpan<byte> instantiation)
    {
        int token;
        fixed (byte* bytes = instantiation)
        {
            return Checked(((delegate* unmanaged<nint, int, byte*, uint, int*, int>)emit[Slot.Emit.DefineMethodSpec])(
                emit.Pointer, method, bytes, (uint)instantiation.Length, &token), token);
        }
    }

    public int DefineTypeSpecification(ReadOnlySpan<byte> signature) => DefineSignature(Slot.Emit.GetTokenFromTypeSpec, signature);

    public int DefineStandaloneSignature(ReadOnlySpan<byte> signature) => DefineSignature(Slot.Emit.GetTokenFromSig, signature);

    private int DefineSignature(int slot, ReadOnlySpan<byte> signature)
    {
        int token;
        fixed (byte* bytes = signature)
        {
            return Checked(((delegate* unmanaged<nint, byte*, uint, int*, int>)emit[slot])(
                emit.Pointer, bytes, (uint)signature.Length, &token), token);
        }
    }

    private static int Checked(int result, int token) =>
        HResult.Failed(result) ? throw new RuntimeRefusedException(result) : token;
}
