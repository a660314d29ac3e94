namespace HogTrace.Bench.Cases;

/// <summary>All cases, by id.</summary>
internal static class CaseList
{
    public static IReadOnlyList<string> Ids { get; } = ["P1", "P2", "P3", "P4", "P6", "off", "off3", "entry", "both", "S1", "S2", "C2", "C3"];

    /// <summary>A new case on a tier, its probes installed.</summary>
    public static ProbeCase Create<TTier>(string id)
        where TTier : struct, ITier => id.ToUpperInvariant() switch
        {
            "P1" => new StringEquality<TTier>(),
            "P2" => new ArgumentCount<TTier>(),
            "P3" => new TwoNumbers<TTier, Arithmetic>(),
            "P4" => new MemberChain<TTier>(),
            "P6" => new TwoNumbers<TTier, LongArithmetic>(),
            "S1" => new StoreRead<TTier>(),
            "S2" => new StoreWrite<TTier>(),
            "C2" => new CaptureTwo<TTier>(),
            "C3" => new CaptureThree<TTier>(),
            "OFF" => new ProbedMethod<TTier, EmptySite>(),
            "OFF3" => new EmptyEntry<TTier>(),
            "ENTRY" => new ProbedMethod<TTier, FalseEntry>(),
            "BOTH" => new ProbedMethod<TTier, FalseEntryAndExit>(),
            _ => throw new ArgumentOutOfRangeException(nameof(id), id, "There is no such case."),
        };
}
