namespace HogTrace.Tests.Profiler.Target.Shapes;

/// <summary>A class with a virtual method.</summary>
internal class Animal(int legs)
{
    public int Legs = legs;

    public virtual string Speak(string to) => "..." + to;

    public override string ToString() => "animal";
}
