#pragma warning disable CA1051, CA1852, CS0414, CS0649, IDE0044, IDE0051 // Fields of every visibility are what these types are for.
namespace HogTrace.Tests.Unit.Runtime.Members;

internal enum Colour
{
    Red,
    Green,
}

internal class Animal
{
    private string _name = "private";
    private int weight = 7;
    public int Legs = 4;

    public string Name { get; set; } = "Rex";

    public virtual string Sound { get; set; } = "...";

    public int Weight => weight * 2;

    public string FieldKeyword { get => field + "!"; set; } = "code";

    private string Hidden { get; set; } = "hidden";

    protected string Computed => _name;

    public string this[int index] => "item";

    public static int Population => 1;

    public int Throws => throw new InvalidOperationException("secret text");

    public Colour Colour { get; set; } = Colour.Green;

    public int? Maybe { get; set; } = 5;

    public object? Boxed { get; set; } = 1.5;

    public char Initial { get; set; } = 'R';

    public uint Big { get; set; } = uint.MaxValue;

    public float Half { get; set; } = 0.5f;

    public bool Tame { get; set; } = true;
}

internal class Dog : Animal
{
    public new string Name { get; set; } = "Dog";

    public override string Sound { get => "Woof"; set => base.Sound = value; }
}

internal class Puppy : Animal
{
    public override string Sound { get; set; } = "Yip";
}

internal class HalfOverride : Animal
{
    public override string Sound { set => base.Sound = value; }
}

internal class Ambiguous
{
    public int UserId = 1;
    public int user_id = 2;
    private int _userid = 3;
}

internal class ShadowedByCase
{
    private string name = "field";

    public string Name { get; } = "property";
}

internal record Person(string FirstName, int Age);

internal struct Point
{
    public int X;

    public int Y { get; set; }

    public int Sum => X + Y;
}

internal sealed class BadException : Exception
{
    public override string Message => throw new InvalidOperationException();
}

internal class Unreadable
{
    private int _value;
    public ref int ByRef => ref _value;

    public ReadOnlySpan<char> Span => default;
}
