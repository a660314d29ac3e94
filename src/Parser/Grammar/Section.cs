namespace HogTrace.Parser.Grammar;

/// <summary>The part of a probe being read.</summary>
internal enum Section : byte
{
    Spec,
    Predicate,
    Body,
}
