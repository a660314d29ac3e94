using System.Runtime.InteropServices;
using HogTrace.IlRewriting.Plans;
using HogTrace.Profiler.Hosting;

namespace HogTrace.Profiler.Com;

/// <summary>What the runtime gets the profiler from, by the library's first two exports.</summary>
internal static unsafe class ClassFactory
{
    private static readonly nint s_factory = Create();

    [UnmanagedCallersOnly(EntryPoint = "DllGetClassObject")]
    private static int DllGetClassObject(Guid* clsid, Guid* id, nint* found)
    {
        try
        {
            if (*clsid != ProfilerIdentity.Clsid)
                return HResult.ClassNotAvailable;
            return NativeObject.Query(s_factory, id, found, [InterfaceIds.ClassFactory]);
        }
        catch (Exception)
        {
            return HResult.Fail;
        }
    }

    [UnmanagedCallersOnly(EntryPoint = "DllCanUnloadNow")]
    private static int DllCanUnloadNow() => StaysLoaded;

    // S_FALSE.
    private const int StaysLoaded = 1;

    private static nint Create()
    {
        var factory = NativeObject.Create(Slot.ClassFactory.Count, out var table);
        table[Slot.Unknown.QueryInterface] = (nint)(delegate* unmanaged<nint, Guid*, nint*, int>)&QueryInterface;
        table[Slot.ClassFactory.CreateInstance] = (nint)(delegate* unmanaged<nint, nint, Guid*, nint*, int>)&CreateInstance;
        return (nint)factory;
    }

    [UnmanagedCallersOnly]
    private static int QueryInterface(nint self, Guid* id, nint* found)
    {
        try
        {
            return NativeObject.Query(self, id, found, [InterfaceIds.ClassFactory]);
        }
        catch (Exception)
        {
            return HResult.Fail;
        }
    }

    [UnmanagedCallersOnly]
    private static int CreateInstance(nint self, nint outer, Guid* id, nint* found)
    {
        try
        {
            return ProfilerCallback.Query(id, found);
        }
        catch (Exception)
        {
            return HResult.Fail;
        }
    }
}
