#pragma warning disable CA1051 // Public fields are what these types are for.
namespace HogTrace.Tests.Conformance.Zoo;

internal enum Colour
{
    Red = 1,
    Green = 2,
    Blue = 3,
    Crimson = Red,
}

internal enum Vast : ulong
{
    Huge = ulong.MaxValue,
}

internal sealed record Money(decimal Amount, string Currency);

internal sealed record Customer(string Name, string Email, string Password);

internal sealed class Order
{
    public long Id { get; init; } = 42;

    public string Status = "open";

    public Money? Total { get; init; }

    public Customer? Customer { get; init; }

    public List<string> Tags { get; init; } = [];

    public Colour Colour { get; init; } = Colour.Green;

    public int? Discount { get; init; }

    public static Order Sample() => new()
    {
        Total = new Money(19.90m, "EUR"),
        Customer = new Customer("Ann", "ann@example.com", "hunter2"),
        Tags = ["new", "gift"],
    };
}

internal struct Point
{
    public int X;

    public int Y { get; set; }

    public readonly int Sum => X + Y;
}
