using System.Collections.Immutable;
using HogTrace.Bytecode;

namespace HogTrace.Parser;

/// <summary>A compiled program, or why there is none; warnings either way.</summary>
/// <param name="Program">Null when a diagnostic is an error.</param>
/// <param name="Diagnostics">In source order.</param>
internal sealed record CompileResult(Program? Program, ImmutableArray<Diagnostic> Diagnostics);
