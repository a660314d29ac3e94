using System.Collections.Immutable;
using HogTrace.IlRewriting.Bodies;
using HogTrace.IlRewriting.Plans;

namespace HogTrace.IlRewriting.Rewriting;

/// <summary>Writes the calls of hooks.</summary>
internal sealed class HookEmitter(CodeEmitter code, MethodShape shape, AddedLocals locals, BridgeTokens bridge)
{
    // What Inputs`8 holds before its rest.
    private const int InputsPerStruct = 7;

    private readonly InputEmitter _inputs = new(code, shape, locals, bridge);

    /// <summary>A call that leaves nothing on the stack.</summary>
    public void Call(HookCall call, Place place)
    {
        code.Constant(call.Id);
        if (call.Form == HookForm.Packed)
        {
            code.Call(bridge.HitPacked(Pack(call.Inputs, place)), pops: 2, pushes: 0);
            return;
        }

        foreach (var input in call.Inputs)
            _inputs.Push(input, place);
        code.Call(bridge.Hit(Types(call.Inputs, place)), pops: 1 + call.Inputs.Length, pushes: 0);
    }

    /// <summary>An asynchronous call, which leaves on the stack what the method returns.</summary>
    public void CallAsync(HookCall call, bool readsClock)
    {
        code.Constant(call.Id);
        if (readsClock)
            code.LoadLocal(locals.Started);
        else
            code.Emit(Opcode.LdcI8, 0, pushes: 1);
        code.LoadLocal(locals.Result);
        byte[] inputs = Pack(call.Inputs, Place.Return);
        code.Call(bridge.HitAsync(shape.Return.Element, inputs), pops: 4, pushes: 1);
    }

    // Pushes a struct of the inputs; its type.
    private byte[] Pack(ImmutableArray<HookInput> inputs, Place place)
    {
        if (inputs.IsEmpty)
        {
            code.Call(bridge.NoInputsValue(), pops: 0, pushes: 1);
            return bridge.NoInputsType();
        }

        foreach (var input in inputs)
            _inputs.Push(input, place);
        var types = Types(inputs, place);
        int start = (inputs.Length - 1) / InputsPerStruct * InputsPerStruct;
        byte[] packed = Construct(types[start..]);
        while (start > 0)
        {
            start -= InputsPerStruct;
            packed = Construct([.. types[start..(start + InputsPerStruct)], packed]);
        }

        return packed;
    }

    private byte[] Construct(List<byte[]> types)
    {
        byte[] type = bridge.InputsType(types);
        code.Emit(Opcode.Newobj, bridge.InputsConstructor(type, types.Count), pops: types.Count, pushes: 1);
        return type;
    }

    private List<byte[]> Types(ImmutableArray<HookInput> inputs, Place place) =>
        [.. inputs.Select(input => shape.InputType(input, place)!)];
}
