using HogTrace.Interpreter;
using HogTrace.Runtime;

namespace HogTrace.Execution;

/// <summary>What the interpreter has met, as the compiling tier asks for it.</summary>
/// <param name="code">The code.</param>
/// <param name="hasRun">Whether it has been run.</param>
internal sealed class InterpretedProfile(InterpretedCode code, bool hasRun = true) : ICodeProfile
{
    public bool HasRun => hasRun;

    public OperandProfile OperandsAt(int operation) => code.ObservedAt(operation) switch
    {
        Observed.Nothing => OperandProfile.Unknown,
        var met when met.HasFlag(Observed.Ints) => OperandProfile.Ints,
        var met when met.HasFlag(Observed.StringWithConstant) => OperandProfile.Strings,
        _ => OperandProfile.Other,
    };

    public IReadOnlyList<Type> TypesAt(int operation) => code.TypesAt(operation);
}
