using HogTrace.IlBackend.Typing;
using HogTrace.Runtime;

namespace HogTrace.IlBackend.Inputs;

/// <summary>The inputs are in a register file, as values of the language.</summary>
internal sealed class RegisterInputs(FrameShape shape) : CodeInputs
{
    public override RegisterState StateOf(int register) => RegisterState.Stored(ValueOf(shape.TypeOfInput(register)));

    private static StaticValue ValueOf(Type? type) =>
        type is null || HostTypes.IsUnsignedWord(type) ? default : HostTypes.Of(type);
}
