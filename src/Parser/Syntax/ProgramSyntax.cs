using System.Collections.Immutable;

namespace HogTrace.Parser.Syntax;

/// <summary>A whole source file: its well-formed probes, in order.</summary>
internal sealed record ProgramSyntax(ImmutableArray<ProbeSyntax> Probes);
