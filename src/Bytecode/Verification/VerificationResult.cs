using System.Diagnostics.CodeAnalysis;

namespace HogTrace.Bytecode;

/// <summary>What the verifier says: a program that may run, or why it may not.</summary>
internal readonly record struct VerificationResult(VerifiedProgram? Program, Rejection? Rejection)
{
    [MemberNotNullWhen(true, nameof(Program))]
    [MemberNotNullWhen(false, nameof(Rejection))]
    public bool IsAccepted => Program is not null;
}
