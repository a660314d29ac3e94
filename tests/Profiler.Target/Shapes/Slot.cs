namespace HogTrace.Tests.Profiler.Target.Shapes;

/// <summary>A generic struct, and a generic method.</summary>
internal struct Slot<T>(T value)
{
    public T Value = value;

    public readonly T Get(int unused) => Value;

    public static TOther Same<TOther>(TOther other) => other;

    public override readonly string ToString() => "slot";
}
