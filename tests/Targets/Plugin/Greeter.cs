namespace Plugin;

/// <summary>What is loaded late.</summary>
public static class Greeter
{
    /// <summary>Called once, as soon as the assembly is there.</summary>
    public static string Greet(string name) => $"Hello, {name}!";
}
