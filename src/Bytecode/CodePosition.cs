namespace HogTrace.Bytecode;

/// <summary>The source span of the instruction at a code offset.</summary>
/// <param name="CodeOffset">Byte offset in predicate and body laid end to end.</param>
/// <param name="SourceOffset">First UTF-16 unit of the span in the source text.</param>
/// <param name="Length">UTF-16 units of the span.</param>
internal readonly record struct CodePosition(int CodeOffset, int SourceOffset, int Length);
