namespace HogTrace.Bench.Cases;

/// <summary>A predicate over two numbers, as text and as C#: a type, so that each has a site in a static field.</summary>
internal interface ITwoNumbersForm
{
    static abstract string Id { get; }

    static abstract string Title { get; }

    static abstract string Predicate { get; }

    /// <summary>Values of the second number for which it is never true.</summary>
    static abstract long[] Right { get; }

    /// <summary>A second number for which it is true when the first one is 0.</summary>
    static abstract long Firing { get; }

    static abstract bool Test(long a, long b);
}
