namespace HogTrace.Bench.Compiling;

/// <summary>What compilation and loading cost.</summary>
/// <param name="OneMicroseconds">One probe from source to verified program.</param>
/// <param name="OneBytesPerCharacter">Garbage of that, per character of source.</param>
/// <param name="ManyMilliseconds">1,000 probes in one source.</param>
/// <param name="ManyBytesPerCharacter">Garbage of that, per character of source.</param>
/// <param name="LoadMicroseconds">One probe from bytes to verified program.</param>
/// <param name="LoadBytes">Garbage of that.</param>
internal sealed record CompileFigures(
    double OneMicroseconds,
    double OneBytesPerCharacter,
    double ManyMilliseconds,
    double ManyBytesPerCharacter,
    double LoadMicroseconds,
    double LoadBytes);
