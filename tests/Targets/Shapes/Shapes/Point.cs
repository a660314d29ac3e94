namespace Shapes;

internal struct Point(int x, int y)
{
    public int X = x;
    public int Y = y;

    public void Move(int by) => X += by;

    public readonly int Sum(int more) => X + Y + more;

    public static Point operator +(Point left, Point right) => new(left.X + right.X, left.Y + right.Y);

    public static explicit operator int(Point point) => point.X;
}
