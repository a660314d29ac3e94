namespace HogTrace.Tests.Profiler.Target.Shapes;

/// <summary>A class whose constructor calls another's.</summary>
internal sealed class Dog(string name) : Animal(4)
{
    public string Name = name;

    public override string Speak(string to) => Name + " barks at " + to;

    public override string ToString() => "dog";
}
