using HogTrace.Bytecode;

namespace HogTrace.Runtime;

/// <summary>What the translation of every probe of a program shares. Immutable.</summary>
internal sealed class TranslationContext
{
    public TranslationContext(VerifiedProgram program, MemberResolver members, SecretNames secrets)
    {
        Program = program.Program;
        Members = members;
        SecretNames = secrets;
        SecretFlow = SecretFlow.Analyze(program, secrets);
    }

    public Program Program { get; }

    public MemberResolver Members { get; }

    public SecretNames SecretNames { get; }

    public SecretFlow SecretFlow { get; }
}
