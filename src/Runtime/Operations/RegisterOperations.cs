using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using HogTrace.Bytecode;

namespace HogTrace.Runtime;

/// <summary>Operations over registers. The result may be written over an operand: where several are read, to the first of them.</summary>
internal static class RegisterOperations
{
    /// <summary>Reads an attribute.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static FaultKind GetAttribute(in Value target, string name, ref RunContext run, out Value result)
    {
        FaultKind fault = Attributes.Get(in target, name, ref run, out Value member);
        result = member;
        return fault;
    }

    /// <summary>Calls a function with so many arguments.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static FaultKind Call(Function function, ref Value first, int count, ref RunContext run) =>
        Builtins.Call(function, MemoryMarshal.CreateReadOnlySpan(ref first, count), ref run, out first);

    /// <summary>Slices the first; bits 0 to 2 say which of start, stop and step follow it.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static FaultKind Slice(ref Value first, int parts, ref RunContext run)
    {
        int next = 1;
        Value start = (parts & 1) != 0 ? Unsafe.Add(ref first, next++) : Value.None;
        Value stop = (parts & 2) != 0 ? Unsafe.Add(ref first, next++) : Value.None;
        Value by = (parts & 4) != 0 ? Unsafe.Add(ref first, next) : Value.None;
        Value target = first;
        return Items.Slice(in target, in start, in stop, in by, parts, ref run, out first);
    }

    /// <summary>Records a capture; there is no result.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static FaultKind Capture(CaptureSite site, ref Value first, ref RunContext run) =>
        CaptureRecorder.Record(site, MemoryMarshal.CreateReadOnlySpan(ref first, site.Names.Length), ref run);

    /// <summary>Charges for a String, if it is one; there is no result.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static FaultKind TouchString(in Value value, ref RunContext run) =>
        value.StringOrNull is { } text ? run.TryTouchString(text.Length) : FaultKind.None;
}
