namespace HogTrace.Tests.Profiler.Target.Shapes;

/// <summary>A generic class with a generic method.</summary>
internal sealed class Holder<T>(T value)
{
    public T Value = value;

    public (T, TOther) Pair<TOther>(TOther other, T own) => (own, other);

    public static string Describe(T value) => typeof(T).Name + " " + value;

    public override string ToString() => "holder";
}
