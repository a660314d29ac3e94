#pragma warning disable CA1051, CA1805, CS0414, IDE0044, IDE0051, CA1823 // Fields of every visibility are what these types are for.
namespace HogTrace.Tests.Conformance.Zoo;

/// <summary>A member of each kind that a policy decides on.</summary>
internal sealed class Account
{
    private readonly string _note = "private";
    private int balance = 7;
    public int Public = 1;
    internal int Internal = 2;

    public string AutoProperty { get; set; } = "auto";

    public int StatusCode { get; set; } = 404;

    public int Computed => balance * 2;

    public string Throwing => throw new InvalidOperationException("secret text");

    private string PrivateAuto { get; set; } = "private auto";

    private int PrivateComputed => balance;

    public static int Static => 1;

    public int Method() => balance;
}

internal sealed class Ambiguous
{
    public int UserId = 1;
    public int user_id = 2;
}

internal sealed class ShadowedByCase
{
    private string name = "field";

    public string Name { get; } = "property";
}

internal sealed class Credentials
{
    public string User { get; } = "ann";

    public string Password { get; } = "hunter2";

    public string AccessToken { get; } = "t0ken";

    public bool CancellationToken { get; } = true;

    public Credentials? Inner { get; init; }
}

/// <summary>One public field, so that its copy is short.</summary>
internal sealed class Loner
{
    public string Text = new('x', 300);
}

/// <summary>More members than a capture copies.</summary>
internal sealed class Wide
{
    public int F01 = 1, F02 = 2, F03 = 3, F04 = 4, F05 = 5, F06 = 6, F07 = 7, F08 = 8, F09 = 9, F10 = 10, F11 = 11;
    public int F12 = 12, F13 = 13, F14 = 14, F15 = 15, F16 = 16, F17 = 17, F18 = 18, F19 = 19, F20 = 20, F21 = 21, F22 = 22;
}

internal sealed class Node
{
    public string Name { get; init; } = "";

    public Node? Next { get; set; }

    public static Node Chain() =>
        new() { Name = "a", Next = new() { Name = "b", Next = new() { Name = "c", Next = new() { Name = "d" } } } };

    public static Node Cycle()
    {
        var node = new Node { Name = "self" };
        node.Next = node;
        return node;
    }
}
