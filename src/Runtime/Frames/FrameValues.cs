using System.Runtime.CompilerServices;

namespace HogTrace.Runtime;

/// <summary>Values that a frame makes only when a probe asks: the argument tuple and the mappings of named values.</summary>
internal static class FrameValues
{
    // What a container costs beside its items: object header, array header, fields.
    private const int ContainerBytes = 64;
    private const int ItemBytes = 16;
    private const int EntryBytes = 48;

    public static FaultKind Args(TranslatedCode code, ref Value registers, ref RunContext run, out Value result) =>
        Args(code.Shape, code.SecretParameters, ref registers, ref run, out result);

    public static FaultKind Args(FrameShape shape, bool[]? secrets, ref Value registers, ref RunContext run, out Value result)
    {
        result = default;
        int count = shape.ArgumentCount;
        if (run.TryAllocate(ContainerBytes + ((long)count * ItemBytes)) is var fault && fault != FaultKind.None)
            return fault;
        var values = new Value[count];
        for (int i = 0; i < count; i++)
            values[i] = ArgumentAt(shape, i, ref registers);
        result = Value.FromReference(new ArgumentTuple(values) { Secrets = secrets });
        return FaultKind.None;
    }

    /// <summary>Arguments by name; of a static site, all of them, of a dynamic frame, what it says.</summary>
    public static FaultKind Kwargs(FrameShape shape, ref Value registers, ref RunContext run, out Value result)
    {
        result = run.Names?.Kwargs ?? default;
        return run.Names is null ? NamedArguments(shape, ref registers, ref run, out result) : FaultKind.None;
    }

    public static FaultKind Locals(FrameShape shape, ref Value registers, ref RunContext run, out Value result)
    {
        result = run.Names?.Locals ?? default;
        return run.Names is null ? NamedArguments(shape, ref registers, ref run, out result) : FaultKind.None;
    }

    /// <summary>Static fields of the declaring type. A site that doesn't name its type has none.</summary>
    public static FaultKind Globals(ref RunContext run, out Value result)
    {
        result = run.Names?.Globals ?? Value.FromReference(ValueMapping.Empty);
        if (run.DeclaringType is not { } type)
            return FaultKind.None;
        var mapping = StaticFields.Read(type, run.Host.Members.Policy);
        result = Value.FromReference(mapping);
        return run.TryAllocate(ContainerBytes + ((long)mapping.Count * EntryBytes));
    }

    public static FaultKind Name(string name, ref RunContext run, out Value result)
    {
        result = default;
        if (run.Names is { } names && names.TryGet(name, out result))
            return FaultKind.None;
        return run.Fail(FaultKind.UnknownName, $"the frame has no '{name}'");
    }

    private static Value ArgumentAt(FrameShape shape, int position, ref Value registers) =>
        shape.SlotOfParameter(position) is >= 0 and var slot ? Unsafe.Add(ref registers, slot) : Value.None;

    private static FaultKind NamedArguments(FrameShape shape, ref Value registers, ref RunContext run, out Value result)
    {
        result = default;
        int count = shape.ArgumentCount;
        if (run.TryAllocate(ContainerBytes + ((long)count * EntryBytes)) is var fault && fault != FaultKind.None)
            return fault;
        var mapping = new ValueMapping(count) { IsFrame = true };
        for (int i = 0; i < count; i++)
            mapping.Set(shape.Parameters[i].Name, ArgumentAt(shape, i, ref registers));
        result = Value.FromReference(mapping);
        return FaultKind.None;
    }
}
