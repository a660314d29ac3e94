using System.Runtime.InteropServices;

namespace HogTrace.Profiler.Hosting;

/// <summary>COR_IL_MAP of cor.h: an instruction's offset before and after.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct CodeMapEntry(int original, int rewritten)
{
    public readonly uint Original = (uint)original;
    public readonly uint Rewritten = (uint)rewritten;
    public readonly int IsAccurate = 1;
}
