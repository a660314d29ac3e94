namespace HogTrace.IlRewriting.Signatures;

/// <summary>Where a signature names a type parameter.</summary>
internal readonly record struct ParameterUse(int Start, int End, ElementType Kind, int Number);
