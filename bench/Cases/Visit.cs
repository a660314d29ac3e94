namespace HogTrace.Bench.Cases;

/// <summary>An object of a host, for probes to read.</summary>
public sealed record Visit(User User);

/// <summary>A part of it.</summary>
public sealed record User(string Role);
