using HogTrace.IlBackend.Emit;
using HogTrace.IlBackend.Typing;
using HogTrace.Runtime;

namespace HogTrace.IlBackend.Inputs;

/// <summary>The inputs are the method's arguments, of their host types. The delegate's closed-over object is argument 0.</summary>
internal sealed class ArgumentInputs(FrameShape shape) : CodeInputs
{
    // A site has no receiver.
    public override RegisterState StateOf(int register) =>
        RegisterState.Loaded(IsArgument(register) ? HostTypes.Of(shape.Parameters[register].Type) : StaticValue.None);

    public override bool IsArgument(int register) => register < shape.ArgumentCount;

    public override void Push(IlWriter il, int register)
    {
        il.Argument(register + 1);
        HostTypes.Convert(shape.Parameters[register].Type, il);
    }

    public override bool IsUnsignedWord(int register) =>
        IsArgument(register) && HostTypes.IsUnsignedWord(shape.Parameters[register].Type);
}
