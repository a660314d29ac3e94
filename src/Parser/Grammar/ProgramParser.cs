using System.Collections.Immutable;
using HogTrace.Bytecode;
using HogTrace.Parser.Diagnostics;
using HogTrace.Parser.Diagnostics.Explaining;
using HogTrace.Parser.Lexing;
using HogTrace.Parser.Syntax;

namespace HogTrace.Parser.Grammar;

/// <summary>
/// Reads probe after probe, and in a body statement after statement. A mistake costs its statement, or, before the
/// body, its probe; reading goes on where the next one certainly starts. It never goes back, so any source takes
/// linear time.
/// </summary>
internal sealed class ProgramParser
{
    private const int MistakesPerBody = 20;
    private const int CutsPerSource = 100;

    private readonly ImmutableArray<ProbeSyntax>.Builder _probes = ImmutableArray.CreateBuilder<ProbeSyntax>();
    private readonly DiagnosticList _diagnostics;
    private readonly ParseSession _session;
    private readonly Recovery _recovery;
    private int _cuts;

    public ProgramParser(string source, DiagnosticList diagnostics)
    {
        _diagnostics = diagnostics;
        _session = new ParseSession(new TokenStream(source));
        _recovery = new Recovery(_session.Tokens);
    }

    public ParseResult Parse()
    {
        var at = new TokenInput(_session, 0);
        for (int count = 0; !at.AtEnd; count++)
        {
            if (count == Limits.Probes)
            {
                _diagnostics.Error(
                    DiagnosticCodes.TooManyProbes, at.Token.Span, $"A program has at most {Limits.Probes} probes.");
                break;
            }

            at = ReadProbe(at);
        }

        return new ParseResult(new ProgramSyntax(_probes.DrainToImmutable()), _diagnostics.ToImmutable());
    }

    private TokenInput ReadProbe(TokenInput start)
    {
        _session.StartProbe();
        var head = Probes.Head(start);
        if (head.WasSuccessful)
            return ReadBody(start, head.Value, (TokenInput)head.Remainder);
        int stopped = Report(out bool isCut);
        bool isInside = isCut && _session.Section != Section.Spec;
        return Input(_recovery.NextProbe(start.Index, stopped, isInside));
    }

    private TokenInput ReadBody(TokenInput start, ProbeHead head, TokenInput at)
    {
        var statements = ImmutableArray.CreateBuilder<StatementSyntax>();
        int mistakes = 0;
        _session.Section = Section.Body;
        _session.BodyOpener = at.Index - 1;
        while (at.Token.Kind != TokenKind.CloseBrace)
        {
            _session.StartStatement();
            var statement = Statements.Statement(at);
            if (statement.WasSuccessful)
            {
                statements.Add(statement.Value);
                at = (TokenInput)statement.Remainder;
                continue;
            }

            int stopped = Report(out bool isCut);
            if (++mistakes == MistakesPerBody)
                return Input(_recovery.NextProbe(start.Index, stopped, isInside: true));
            stopped = _recovery.NextStatement(stopped, isCut, isInBrackets: _session.Opener >= 0);
            at = Input(stopped);
            if (_recovery.EndsBody(stopped))
                return at;
        }

        if (mistakes == 0)
        {
            var span = SourceSpan.FromBounds(start.Token.Start, at.Token.End);
            _probes.Add(new ProbeSyntax(span, head.Spec, head.Predicate, statements.DrainToImmutable()));
        }

        return at.Next;
    }

    /// <summary>Reports the furthest failure; answers the index to go on from.</summary>
    private int Report(out bool isCut)
    {
        var explanation = FailureExplainer.Explain(_session);
        var mistake = explanation.Mistake;
        _diagnostics.Error(mistake.Code, mistake.Span, mistake.Message + ".", mistake.Hint);
        isCut = explanation.CutIndex >= 0 && _cuts++ < CutsPerSource;
        if (!isCut)
            return _session.Failure.Index;
        string source = _session.Tokens.Source;
        int lineEnd = source.IndexOf('\n', _session.Tokens[explanation.CutIndex].Start);
        _session.Tokens.CutAgain(explanation.CutIndex, lineEnd < 0 ? source.Length : lineEnd + 1);
        return explanation.CutIndex;
    }

    private TokenInput Input(int index) => new(_session, index);
}
