using HogTrace.Profiler.Com;
using HogTrace.Profiler.Probing;

namespace HogTrace.Profiler.Hosting;

/// <summary>The runtime, as ICorProfilerInfo10 shows it. Methods return HRESULTs.</summary>
internal readonly unsafe struct ProfilerInfo(ComObject info)
{
    /// <summary>COR_PRF_ENABLE_REJIT.</summary>
    public const uint EnableReJit = 0x0004_0000;

    /// <summary>COR_PRF_MONITOR_JIT_COMPILATION.</summary>
    public const uint MonitorJitCompilation = 0x0000_0020;

    // COR_PRF_REJIT_BLOCK_INLINING | COR_PRF_REJIT_INLINING_CALLBACKS.
    private const uint BlockInliningAndReportInliners = 1 | 2;

    // ofWrite: what is opened by it can be read, too.
    private const uint OpenForWriting = 1;

    // COR_PRF_MODULE_DYNAMIC | COR_PRF_MODULE_COLLECTIBLE.
    private const uint TransientModule = 4 | 8;

    public int SetEventMask(uint events) =>
        ((delegate* unmanaged<nint, uint, uint, int>)info[Slot.Info.SetEventMask2])(info.Pointer, events, 0);

    /// <summary>The module and token of a method by its MethodDesc, which reflection calls its handle.</summary>
    public int Identify(long functionId, out MethodKey key)
    {
        nint type, module;
        int token;
        int result = ((delegate* unmanaged<nint, nint, nint*, nint*, int*, int>)info[Slot.Info.GetFunctionInfo])(
            info.Pointer, (nint)functionId, &type, &module, &token);
        key = HResult.Failed(result) ? default : new MethodKey(module, token);
        return result;
    }

    /// <summary>Whether a module is made at run time or can be unloaded: ReJIT requests for such succeed and do nothing.</summary>
    public int IsTransient(nint module, out bool transient)
    {
        uint flags = 0;
        int result = ((delegate* unmanaged<nint, nint, nint*, uint, uint*, char*, nint*, uint*, int>)info[Slot.Info.GetModuleInfo2])(
            info.Pointer, module, null, 0, null, null, null, &flags);
        transient = (flags & TransientModule) != 0;
        return result;
    }

    public int OpenMetadata(nint module, out ComObject import)
    {
        nint found = 0;
        int result;
        fixed (Guid* id = &InterfaceIds.MetaDataImport2)
        {
            result = ((delegate* unmanaged<nint, nint, uint, Guid*, nint*, int>)info[Slot.Info.GetModuleMetaData])(
                info.Pointer, module, OpenForWriting, id, &found);
        }

        import = new ComObject(found);
        return result;
    }

    /// <summary>A method's original body, whatever was put into its place; in the runtime's memory, which stays.</summary>
    public int GetBody(MethodKey key, out ReadOnlySpan<byte> body)
    {
        byte* start;
        uint size;
        int result = ((delegate* unmanaged<nint, nint, int, byte**, uint*, int>)info[Slot.Info.GetIlFunctionBody])(
            info.Pointer, key.Module, key.Token, &start, &size);
        body = HResult.Failed(result) ? default : new ReadOnlySpan<byte>(start, (int)size);
        return result;
    }

    /// <summary>Asks for methods, and those that have them inlined, to be compiled anew when they are next called.</summary>
    public int RequestReJit(ReadOnlySpan<MethodKey> methods)
    {
        Split(methods, out var modules, out var tokens);
        fixed (nint* module = modules)
        fixed (int* token = tokens)
        {
            return ((delegate* unmanaged<nint, uint, uint, nint*, int*, int>)info[Slot.Info.RequestReJitWithInliners])(
                info.Pointer, BlockInliningAndReportInliners, (uint)methods.Length, module, token);
        }
    }

    /// <summary>Goes back to what was compiled of the original bodies. Of a method that wasn't touched this does nothing.</summary>
    public int RequestRevert(ReadOnlySpan<MethodKey> methods)
    {
        Split(methods, out var modules, out var tokens);
        var results = new int[methods.Length];
        fixed (nint* module = modules)
        fixed (int* token = tokens)
        fixed (int* each = results)
        {
            return ((delegate* unmanaged<nint, uint, nint*, int*, int*, int>)info[Slot.Info.RequestRevert])(
                info.Pointer, (uint)methods.Length, module, token, each);
        }
    }

    private static void Split(ReadOnlySpan<MethodKey> methods, out nint[] modules, out int[] tokens)
    {
        modules = new nint[methods.Length];
        tokens = new int[methods.Length];
        for (int i = 0; i < methods.Length; i++)
            (modules[i], tokens[i]) = (methods[i].Module, methods[i].Token);
    }
}
