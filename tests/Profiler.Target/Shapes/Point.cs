namespace HogTrace.Tests.Profiler.Target.Shapes;

/// <summary>A struct that is changed by its methods.</summary>
internal struct Point(int x, int y)
{
    public int X = x;
    public int Y = y;

    public readonly int Sum(int more) => X + Y + more;

    public void Move() => X++;

    public override readonly string ToString() => $"{X}/{Y}";
}
