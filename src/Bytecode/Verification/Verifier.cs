using System.Collections.Immutable;

namespace HogTrace.Bytecode;

/// <summary>Decides which programs may run; linear in the length of the code, and never throws.</summary>
internal static class Verifier
{
    public static VerificationResult Verify(Program program)
    {
        if (!BytecodeVersion.IsKnown(program.Version))
            return new(null, Reject.Because(RejectionCode.UnknownVersion, $"Bytecode version {program.Version} is not known."));

        var probes = ImmutableArray.CreateBuilder<VerifiedProbe>(program.Probes.Length);
        foreach (Probe probe in program.Probes)
        {
            VerifiedCode? predicate = null;
            VerifiedCode? body = null;
            Rejection? rejection = probe.Predicate.IsEmpty
                ? null
                : Verify(new CodeScope(program, probe, CodeBlock.Predicate), out predicate);
            rejection ??= Verify(new CodeScope(program, probe, CodeBlock.Body), out body);
            if (rejection is not null)
                return new(null, rejection);
            probes.Add(new VerifiedProbe(probe, predicate, body!));
        }

        return new(new VerifiedProgram(program, probes.MoveToImmutable()), null);
    }

    private static Rejection? Verify(CodeScope scope, out VerifiedCode? verified)
    {
        verified = null;
        if (scope.Code.Length > Limits.CodeBytes)
            return scope.Reject(RejectionCode.CodeTooLong, 0, $"The code is {scope.Code.Length} bytes long; {Limits.CodeBytes} are allowed.");
        return DecodedCode.Decode(scope, out DecodedCode? decoded) ?? new FlowVerifier(scope, decoded!).Run(out verified);
    }
}
