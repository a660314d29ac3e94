namespace HogTrace.Bytecode;

/// <summary>Decides which programs may run (bytecode.md §3).</summary>
internal static class Verifier
{
    public static VerificationResult Verify(Program program) => throw new NotImplementedException();
}
