namespace HogTrace.Runtime;

/// <summary><c>args</c>: the positional arguments of a call. Takes the array over.</summary>
internal sealed class ArgumentTuple : Sequence
{
    private readonly Value[] _values;

    public ArgumentTuple(params Value[] values) => _values = values;

    /// <summary>For each argument, whether its parameter has a secret name; null when none has.</summary>
    public bool[]? Secrets { get; init; }

    public static ArgumentTuple Empty { get; } = new();

    public override string TypeName => "Tuple";

    public override int Count => _values.Length;

    public override Value this[int index] => _values[index];
}
