namespace Shapes;

internal interface INamed
{
    string Name { get; }

    string Describe() => $"called {Name}";
}

internal interface IExplicit
{
    int Count(int times);
}

internal class Animal(string name) : INamed
{
    public string Name { get; } = name;

    public virtual int Legs => 4;

    public virtual string Speak(string to) => $"{Name} ignores {to}";
}

internal sealed class Dog(string name) : Animal(name), IExplicit
{
    public override string Speak(string to) => $"{base.Speak(to)}, barks";

    int IExplicit.Count(int times) => times * Legs;
}

internal static class AnimalExtensions
{
    public static string Shout(this Animal animal, int times) => animal.Name.ToUpperInvariant() + new string('!', times);
}
