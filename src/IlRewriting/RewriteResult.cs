namespace HogTrace.IlRewriting;

/// <summary>A rewritten body, or why there is none.</summary>
/// <param name="Body">The whole body: header, code and sections; null if it was declined.</param>
/// <param name="Detail">For people; null if it was rewritten.</param>
internal readonly record struct RewriteResult(byte[]? Body, DeclineReason Reason, string? Detail)
{
    /// <summary>Where the original instructions are now, in order; so that stack traces keep their lines.</summary>
    public MovedOffset[] Moved { get; init; } = [];

    public static RewriteResult Decline(DeclineReason reason, string detail) => new(null, reason, detail);
}

/// <summary>An original instruction's offset in the code, before and after.</summary>
internal readonly record struct MovedOffset(int Original, int Rewritten);
