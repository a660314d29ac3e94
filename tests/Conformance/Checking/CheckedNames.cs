using HogTrace.Bytecode;
using HogTrace.Runtime;

namespace HogTrace.Tests.Conformance.Checking;

/// <summary>What LoadVar pushes.</summary>
internal static class CheckedNames
{
    public static FaultKind Load(CheckedCode code, string name, ref RunContext run)
    {
        if (ReservedNames.IsRequestStore(name))
        {
            code.Stack.PushStore();
            return FaultKind.None;
        }

        FaultKind fault = Read(code, name, ref run, out Value value);
        code.Stack.Push(value);
        return fault;
    }

    private static FaultKind Read(CheckedCode code, string name, ref RunContext run, out Value value)
    {
        FrameShape shape = code.Shape;
        ref Value inputs = ref code.Inputs[0];
        value = Value.None;
        switch (name)
        {
            case ReservedNames.Args:
                return FrameValues.Args(shape, code.Context.SecretParametersOf(shape), ref inputs, ref run, out value);
            case ReservedNames.Kwargs:
                return FrameValues.Kwargs(shape, ref inputs, ref run, out value);
            case ReservedNames.Locals:
                return FrameValues.Locals(shape, ref inputs, ref run, out value);
            case ReservedNames.Globals:
                return FrameValues.Globals(ref run, out value);
        }

        if (ReservedNames.TryGetArgument(name, out int index) && index >= shape.ArgumentCount)
            return run.Fail(FaultKind.UnknownName, $"there is no {name}: {shape.DescribeArguments()}");
        int slot = name switch
        {
            ReservedNames.Self => shape.SelfSlot,
            ReservedNames.ReturnValue => shape.ReturnValueSlot,
            ReservedNames.Exception => shape.ExceptionSlot,
            ReservedNames.Duration => shape.DurationSlot,
            _ when ReservedNames.TryGetArgument(name, out int argument) => argument,
            _ => shape.IsDynamic ? -1 : shape.IndexOfParameter(name),
        };
        if (slot < 0 && !shape.IsDynamic)
            return run.Fail(FaultKind.UnknownName, $"unknown name '{name}': {shape.DescribeParameters(name)}");
        if (slot < 0)
            return FrameValues.Name(name, ref run, out value);
        value = code.Inputs[slot];
        return FaultKind.None;
    }
}
