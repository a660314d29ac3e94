using System.Collections.Immutable;

namespace HogTrace.Bytecode;

/// <summary>Reads the probes of a program.</summary>
internal sealed class ProbesReader
{
    private readonly ImmutableArray<Probe>.Builder _probes = ImmutableArray.CreateBuilder<Probe>();
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    // Positions are judged against the source text, which comes after the probes.
    private readonly List<byte[]> _positions = [];

    public Rejection? Read(ReadOnlySpan<byte> message)
    {
        if (_probes.Count == Limits.Probes)
            return Reject.Because(RejectionCode.TooManyProbes, $"The program has more than {Limits.Probes} probes.");
        if (ProbeReader.Read(message, _probes.Count, out Probe? probe, out byte[] positions) is { } rejection)
            return rejection;
        if (!_ids.Add(probe!.Id))
            return Reject.Because(RejectionCode.DuplicateProbeId, probe.Id, $"Two probes have the id '{probe.Id}'.");
        _probes.Add(probe);
        _positions.Add(positions);
        return null;
    }

    public Rejection? Finish(string sourceText, out ImmutableArray<Probe> probes)
    {
        probes = [];
        for (int i = 0; i < _probes.Count; i++)
        {
            Probe probe = _probes[i];
            int codeLength = probe.Predicate.Length + probe.Body.Length;
            if (!PositionsCodec.TryRead(_positions[i], codeLength, sourceText, out ImmutableArray<CodePosition> positions))
                return Reject.Because(RejectionCode.MalformedPositions, probe.Id, $"The source positions are malformed.");
            if (!positions.IsEmpty)
                _probes[i] = probe with { Positions = positions };
        }

        probes = _probes.DrainToImmutable();
        return null;
    }
}
