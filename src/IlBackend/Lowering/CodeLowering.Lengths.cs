using HogTrace.Bytecode;
using HogTrace.IlBackend.Emit;
using HogTrace.IlBackend.Typing;
using HogTrace.Runtime;

namespace HogTrace.IlBackend.Lowering;

/// <summary>Lengths, and what depends on them.</summary>
internal abstract partial class CodeLowering
{
    /// <summary>Keeps out a string that is long enough for reading it to be charged.</summary>
    private void GuardShort(Source text)
    {
        var isShort = Il.Label();
        Push(text);
        Il.JumpIfFalse(isShort);
        PushLength(text);
        Il.Int32(Limits.StringUnitsPerFuel);
        Il.JumpIfAtLeast(Deoptimize);
        Il.Mark(isShort);
    }

    private void PushLength(Source text)
    {
        Push(text);
        Il.Call(KnownMethods.StringLength);
    }

    /// <summary>What is left of reading an item of <c>args</c>, which the argument itself stands for.</summary>
    private bool TouchString(Operation operation)
    {
        if (AvoidsGuards)
            return false;
        var text = Read(operation.A);
        if (text.Kind == StaticKind.String)
            GuardShort(text);
        return text.Kind is not (StaticKind.Unknown or StaticKind.Object) || IsNoString(text);
    }

    private static bool IsNoString(Source source) => source.Value.Type is { } type && !type.IsAssignableFrom(typeof(string));

    /// <summary><c>len</c> of strings, arrays and lists; it is charged nothing.</summary>
    private bool Length(Operation operation)
    {
        var target = Expect(Read(operation.A), StaticKind.String);
        var type = target.Value.Type;
        bool isArray = type is { IsSZArray: true };
        bool isList = type is { IsGenericType: true } && type.GetGenericTypeDefinition() == typeof(List<>);
        if (target.Kind != StaticKind.String && !isArray && !isList)
            return false;
        Push(target);
        Il.JumpIfFalse(Deoptimize);
        if (isList)
            GuardType(target, type!, Deoptimize);
        Push(target);
        if (isArray)
            Il.ArrayLength();
        else
            Il.Call(isList ? type!.GetProperty(nameof(List<>.Count))!.GetMethod! : KnownMethods.StringLength);
        Il.ToInt64();
        Store(operation, StaticValue.Int(new IntRange(0, int.MaxValue)));
        return true;
    }
}
