namespace HogTrace.IlRewriting;

/// <summary>A rewritten body, or why there is none.</summary>
/// <param name="Body">The whole body: header, code and sections; null if it was declined.</param>
/// <param name="Detail">For people; null if it was rewritten.</param>
internal readonly record struct RewriteResult(byte[]? Body, DeclineReason Reason, string? Detail)
{
    public static RewriteResult Decline(DeclineReason reason, string detail) => new(null, reason, detail);
}
