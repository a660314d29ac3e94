using HogTrace.Profiler.Com;
using HogTrace.Profiler.Hosting;

namespace HogTrace.Profiler.Metadata;

/// <summary>A module's metadata, open for reading and adding to it for as long as the process lives, as the module is.</summary>
internal sealed class ModuleMetadata
{
    private ModuleMetadata(MetadataImport import, ModuleTokens tokens)
    {
        Methods = new MethodReader(import);
        Tokens = tokens;
    }

    public MethodReader Methods { get; }

    public ModuleTokens Tokens { get; }

    /// <returns>An HRESULT.</returns>
    public static int Open(ProfilerInfo info, nint module, out ModuleMetadata? metadata)
    {
        metadata = null;
        int result = info.IsTransient(module, out bool transient);
        if (transient)
            result = HResult.ModuleIsDynamic;
        if (HResult.Failed(result) || HResult.Failed(result = info.OpenMetadata(module, out var import)))
            return result;

        // What is queried stays referenced: neither is ever given back.
        if (HResult.Failed(result = import.Query(InterfaceIds.MetaDataEmit2, out var emit)) ||
            HResult.Failed(result = import.Query(InterfaceIds.MetaDataAssemblyEmit, out var assemblyEmit)))
            return result;
        metadata = new ModuleMetadata(new MetadataImport(import), new ModuleTokens(new MetadataEmit(emit, assemblyEmit)));
        return HResult.Ok;
    }
}
