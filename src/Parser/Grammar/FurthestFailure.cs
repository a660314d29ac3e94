namespace HogTrace.Parser.Grammar;

/// <summary>
/// The failure furthest into the source, with everything that was expected there. Sprache forgets it at every choice
/// and repetition that succeeds with less.
/// </summary>
internal sealed class FurthestFailure
{
    /// <summary>Index of the token that no rule accepted; -1 before any failure.</summary>
    public int Index { get; private set; } = -1;

    public Expected Expected { get; private set; }

    public Section Section { get; private set; }

    /// <summary>Index of the innermost bracket open there; -1 when none is.</summary>
    public int Opener { get; private set; } = -1;

    /// <summary>The error as named by a rule. Once there is one, nothing replaces it: such a rule never backtracks.</summary>
    public Mistake? Mistake { get; private set; }

    public void Note(int index, Expected expected, Section section, int opener)
    {
        if (Mistake is not null || index < Index)
            return;
        if (index == Index)
        {
            Expected |= expected;
            return;
        }

        (Index, Expected, Section, Opener) = (index, expected, section, opener);
    }

    public void Note(int index, Mistake mistake, Section section, int opener)
    {
        if (Mistake is null)
            (Index, Expected, Section, Opener, Mistake) = (index, Expected.Nothing, section, opener, mistake);
    }

    public void Clear() => (Index, Expected, Section, Opener, Mistake) = (-1, Expected.Nothing, Section.Spec, -1, null);
}
