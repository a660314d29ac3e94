using System.Collections.Immutable;
using HogTrace.Parser.Syntax;

namespace HogTrace.Parser;

/// <summary>A source's well-formed probes and everything that is wrong with the rest.</summary>
internal sealed record ParseResult(ProgramSyntax Program, ImmutableArray<Diagnostic> Diagnostics);
