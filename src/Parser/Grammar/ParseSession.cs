using HogTrace.Bytecode;
using HogTrace.Parser.Lexing;

namespace HogTrace.Parser.Grammar;

/// <summary>What the rules share during one parse. The grammar never backtracks over a bracket, so that plain counters do.</summary>
internal sealed class ParseSession(TokenStream tokens)
{
    private int _depth;

    public TokenStream Tokens { get; } = tokens;

    public FurthestFailure Failure { get; } = new();

    public Section Section { get; set; }

    /// <summary>Index of the innermost open bracket; -1 outside brackets.</summary>
    public int Opener { get; set; } = -1;

    /// <summary>Index of the brace that opens the body.</summary>
    public int BodyOpener { get; set; }

    /// <summary>In a predicate, a slash outside brackets ends it.</summary>
    public bool SlashDivides => Section != Section.Predicate || Opener >= 0;

    /// <summary>Goes one level deeper; false past the limit.</summary>
    public bool Enter() => ++_depth <= Limits.SourceNesting;

    public void Leave(int levels = 1) => _depth -= levels;

    /// <summary>Forgets everything about the probe before.</summary>
    public void StartProbe()
    {
        StartStatement();
        Section = Section.Spec;
    }

    /// <summary>Forgets everything about the statement before.</summary>
    public void StartStatement()
    {
        Failure.Clear();
        Opener = -1;
        _depth = 0;
    }

    public void Note(int index, Expected expected) => Failure.Note(index, expected, Section, Opener);

    public void Note(int index, Mistake mistake) => Failure.Note(index, mistake, Section, Opener);
}
