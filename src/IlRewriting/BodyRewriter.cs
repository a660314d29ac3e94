using HogTrace.IlRewriting.Bodies;
using HogTrace.IlRewriting.Plans;
using HogTrace.IlRewriting.Rewriting;
using HogTrace.IlRewriting.Signatures;

namespace HogTrace.IlRewriting;

/// <summary>Puts the calls of hooks into a method's body. What it can't do it declines; it never throws.</summary>
internal static class BodyRewriter
{
    /// <param name="body">The whole body: header, code and sections.</param>
    public static RewriteResult Rewrite(MethodDescription method, ReadOnlySpan<byte> body, ProbePlan plan, ITokenSource tokens)
    {
        if (method.IsRuntimeAsync)
            return RewriteResult.Decline(DeclineReason.RuntimeAsync, "the runtime itself suspends the method");
        if (MethodSignature.TryParse(method.Signature) is not { } signature)
            return RewriteResult.Decline(DeclineReason.MalformedSignature, "the method's signature is malformed");
        if (signature.IsVarArgs)
            return RewriteResult.Decline(DeclineReason.VariableArguments, "the method takes a variable number of arguments");
        if (signature.IsThisExplicit || !IsType(method.DeclaringType))
            return RewriteResult.Decline(DeclineReason.MalformedSignature, "the receiver is none that a method can have");
        var shape = new MethodShape(method, signature);
        if (PlanCheck.Problem(plan, shape) is { } misfit)
            return RewriteResult.Decline(DeclineReason.PlanDoesNotFit, misfit);
        if (BodyReader.TryRead(body, out string? problem) is not { } read)
            return RewriteResult.Decline(DeclineReason.MalformedBody, problem!);
        if (LocalsSignature.TryOf(method, read) is not { } locals)
            return RewriteResult.Decline(DeclineReason.MalformedSignature, "the signature of the locals is missing or malformed");
        return Rewrite(read, plan, shape, locals, tokens);
    }

    private static RewriteResult Rewrite(MethodBody body, ProbePlan plan, MethodShape shape, LocalsSignature locals, ITokenSource tokens)
    {
        var scan = BodyScan.Of(body);
        if (scan.Jumps)
            return RewriteResult.Decline(DeclineReason.Jump, "the method ends in a jump to another");
        if (scan.ReadsArgumentList)
            return RewriteResult.Decline(DeclineReason.VariableArguments, "the method reads its list of arguments");
        if (scan.ReturnsInClause)
            return RewriteResult.Decline(DeclineReason.ReturnInClause, "the method returns from within an exception clause");
        bool emitted = new ProbedBody(body, plan, shape, scan, locals, tokens).TryEmit(tokens);
        return emitted && BodyWriter.TryWrite(body) is { } bytes
            ? new RewriteResult(bytes, DeclineReason.None, null) { Moved = Moved(body) }
            : RewriteResult.Decline(DeclineReason.TooLarge, "the body would be larger than the format allows");
    }

    private static MovedOffset[] Moved(MethodBody body) =>
        [.. body.Instructions.Where(one => one.OriginalOffset >= 0).Select(one => new MovedOffset(one.OriginalOffset, one.Offset))];

    private static bool IsType(byte[] signature)
    {
        var reader = new SignatureReader(signature);
        return reader.TryType(out var type) && !type.IsReference && reader.AtEnd;
    }
}
