namespace HogTrace.Bench.Rivals;

/// <summary>Globals of a script: the arguments, under the names that the predicate has for them.</summary>
public sealed class ScriptArguments<T0, T1>
{
#pragma warning disable CA1051, IDE1006, SA1307 // A script sees globals by these names, and fields cost it least.
    public T0 arg0 = default!;
    public T1 arg1 = default!;
#pragma warning restore CA1051, IDE1006, SA1307
}
