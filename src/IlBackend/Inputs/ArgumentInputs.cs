using HogTrace.IlBackend.Emit;
using HogTrace.IlBackend.Typing;
using HogTrace.Runtime;

namespace HogTrace.IlBackend.Inputs;

/// <summary>What a site is given are the method's arguments, of their host types. The delegate's closed-over object is argument 0.</summary>
internal sealed class ArgumentInputs(FrameShape shape) : CodeInputs
{
    // What isn't given is None: a static site has no receiver.
    public override RegisterState StateOf(int register) =>
        RegisterState.Loaded(IsArgument(register) ? HostTypes.Of(TypeOf(register)) : StaticValue.None);

    public override bool IsArgument(int register) => register < shape.GivenCount;

    public override void Push(IlWriter il, int register)
    {
        il.Argument(register + 1);
        HostTypes.Convert(TypeOf(register), il);
    }

    public override bool IsUnsignedWord(int register) =>
        IsArgument(register) && HostTypes.IsUnsignedWord(TypeOf(register));

    private Type TypeOf(int register) => shape.TypeOfInput(register) ?? typeof(object);
}
