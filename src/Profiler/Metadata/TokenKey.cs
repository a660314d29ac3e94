namespace HogTrace.Profiler.Metadata;

/// <summary>What a token was made of.</summary>
/// <param name="Kind">What it stands for.</param>
/// <param name="Parent">The token it belongs to; 0 for none.</param>
/// <param name="Name">Its name; empty for none.</param>
/// <param name="Signature">Its signature, a character a byte; empty for none.</param>
internal readonly record struct TokenKey(TokenKind Kind, int Parent, string Name, string Signature);
