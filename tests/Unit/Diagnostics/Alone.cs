namespace HogTrace.Tests.Unit.Diagnostics;

/// <summary>Tests that look at what the whole process counts: no others run meanwhile.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
