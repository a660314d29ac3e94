using HogTrace.Bytecode;

namespace HogTrace.Runtime;

/// <summary>What the translation of every probe of a program shares. Immutable.</summary>
internal sealed class TranslationContext
{
    private readonly VerifiedProgram _verified;
    private readonly SecretFlow _flow;

    public TranslationContext(VerifiedProgram program, MemberResolver members, SecretNames secrets)
    {
        _verified = program;
        Members = members;
        SecretNames = secrets;
        _flow = SecretFlow.Analyze(program, secrets);
    }

    public Program Program => _verified.Program;

    public MemberResolver Members { get; }

    public SecretNames SecretNames { get; }

    /// <summary>Which captured values are secret in a frame; parameters of a secret name make their arguments so.</summary>
    public SecretFlow FlowIn(FrameShape shape) =>
        SecretParametersOf(shape) is null
            ? _flow
            : SecretFlow.Analyze(_verified, SecretNames, [.. shape.Parameters.Select(parameter => parameter.Name)]);

    /// <summary>For each parameter, whether its name is secret; null when none is.</summary>
    public bool[]? SecretParametersOf(FrameShape shape)
    {
        // Asked for every method that is traced, of which few have one.
        bool[]? secrets = null;
        for (int i = 0; i < shape.Parameters.Length; i++)
        {
            if (SecretNames.IsSecret(shape.Parameters[i].Name))
                (secrets ??= new bool[shape.Parameters.Length])[i] = true;
        }

        return secrets;
    }
}
