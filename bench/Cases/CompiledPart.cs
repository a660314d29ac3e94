namespace HogTrace.Bench.Cases;

/// <summary>How many of the probes at a site are compiled.</summary>
internal enum CompiledPart
{
    None,
    Some,
    All,
}
