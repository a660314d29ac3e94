using System.Collections.Immutable;
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
        bool[] secrets = [.. shape.Parameters.Select(parameter => SecretNames.IsSecret(parameter.Name))];
        return secrets.Contains(true) ? secrets : null;
    }
}
