using System.Runtime.InteropServices;

namespace HogTrace.Profiler.Metadata;

/// <summary>ASSEMBLYMETADATA of cor.h. No locale, processors, or systems: null each, and their counts 0.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct AssemblyVersionBlock
{
    public ushort Major;
    public ushort Minor;
    public ushort Build;
    public ushort Revision;
    public nint Locale;
    public uint LocaleLength;
    public nint Processors;
    public uint ProcessorCount;
    public nint Systems;
    public uint SystemCount;
}
