using HogTrace.IlRewriting.Bodies;
using HogTrace.IlRewriting.Plans;
using HogTrace.IlRewriting.Signatures;

namespace HogTrace.IlRewriting.Rewriting;

/// <summary>Pushes what hooks are given, one value an input.</summary>
internal sealed class InputEmitter(CodeEmitter code, MethodShape shape, AddedLocals locals, BridgeTokens bridge)
{
    public void Push(HookInput input, Place place)
    {
        switch (input.Kind)
        {
            case InputKind.Result:
                code.LoadLocal(locals.Result);
                ToArgument(shape.Return);
                break;
            case InputKind.Exception:
                code.LoadLocal(locals.Exception);
                break;
            case InputKind.Duration:
                code.LoadLocal(locals.Started);
                code.Call(bridge.Since(), pops: 1, pushes: 1);
                break;
            case InputKind.Self when shape.FillsReceiver && place != Place.Return:
                PushEmptyReceiver();
                break;
            default:
                PushArgument(input, place);
                break;
        }
    }

    private void PushArgument(HookInput input, Place place)
    {
        int argument = shape.ArgumentIndex(input);
        if (place != Place.Entry && locals.Copies.TryGetValue(argument, out int copy))
            code.LoadLocal(copy);
        else
            code.LoadArgument(argument);
        ToArgument(shape.ArgumentType(input));
    }

    // Turns the value on the stack into one of the type argument.
    private void ToArgument(TypeSignature type)
    {
        if (type.IsReference)
        {
            // A reference to a pointer is loaded as one to a number: both are as large, and no type argument is a pointer.
            code.Call(bridge.Load(type.AsArgument), pops: 1, pushes: 1);
        }
        else if (type.IsPointer)
        {
            code.Emit(Opcode.ConvU, pops: 1, pushes: 1);
        }
    }

    // Cleared each time: in a body that doesn't ask for cleared locals it could hold anything.
    private void PushEmptyReceiver()
    {
        code.LoadLocalAddress(locals.EmptyReceiver);
        code.Emit(Opcode.Initobj, bridge.Type(shape.Receiver.Element), pops: 1);
        code.LoadLocal(locals.EmptyReceiver);
    }
}
