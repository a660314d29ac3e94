namespace HogTrace.Interpreter;

/// <summary>A multiple of a register, which is so many bytes from the first.</summary>
internal readonly record struct AffineTerm(nint Offset, long Coefficient);

/// <summary>
/// What a run of Int operations comes to: a constant and multiples of registers, perhaps divided, perhaps compared.
/// It holds while every register is an Int no further from zero than <see cref="Bound"/>: so far none of the run's
/// operations can overflow, so that their order doesn't matter.
/// </summary>
internal sealed class AffineForm
{
    public required long Constant { get; init; }

    /// <summary>Every register that the run reads, those that cancel out too: they have to be Ints.</summary>
    public required AffineTerm[] Terms { get; init; }

    public required long Bound
    {
        get;
        init
        {
            field = value;
            Range = (ulong)value * 2;
        }
    }

    /// <summary>Twice the bound: what x + Bound is at most, as an unsigned number, of a register x within it.</summary>
    public ulong Range { get; private init; }

    /// <summary>Divisor of the sum, never -1; 0 for none.</summary>
    public long Divisor { get; init; }

    /// <summary>Whether the remainder is taken, not the quotient.</summary>
    public bool IsRemainder { get; init; }

    /// <summary>Whether the run ends with a comparison, which <see cref="Test"/> decides.</summary>
    public bool IsTest { get; init; }

    public IntTest Test { get; init; }
}
