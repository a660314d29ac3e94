namespace HogTrace.Bench.Cases;

/// <summary>
/// What a program that keeps a value of the request for itself would write. One for all cases and tiers: the more
/// AsyncLocals have a value, the longer it takes to find one.
/// </summary>
internal sealed class RequestState
{
    private static readonly AsyncLocal<RequestState> s_current = new();

    public static RequestState Current => s_current.Value!;

    public long X { get; set; }

    public static void Begin() => s_current.Value = new RequestState { X = 4 };
}
