namespace HogTrace.Bench.Cases;

/// <summary>All cases, by id.</summary>
internal static class CaseList
{
    private static readonly Dictionary<string, Func<ProbeCase>> s_cases = new(StringComparer.OrdinalIgnoreCase)
    {
        ["P1"] = () => new StringEquality(),
        ["P2"] = () => new ArgumentCount(),
        ["P3"] = () => new Arithmetic(),
        ["P4"] = () => new MemberChain(),
        ["P6"] = () => new LongArithmetic(),
        ["S1"] = () => new StoreRead(),
        ["S2"] = () => new StoreWrite(),
        ["C2"] = () => new CaptureTwo(),
        ["C3"] = () => new CaptureThree(),
        ["off"] = () => new EmptySite(),
        ["off3"] = () => new EmptyEntry(),
        ["entry"] = () => new FalseEntry(),
        ["both"] = () => new FalseEntryAndExit(),
        ["untyped"] = () => new FalseUntyped(),
    };

    public static IEnumerable<string> Ids => s_cases.Keys;

    public static ProbeCase Create(string id) => s_cases[id]();
}
