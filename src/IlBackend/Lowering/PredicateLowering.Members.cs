using System.Reflection;
using HogTrace.Bytecode;
using HogTrace.IlBackend.Emit;
using HogTrace.IlBackend.Typing;
using HogTrace.Runtime;

namespace HogTrace.IlBackend.Lowering;

/// <summary>Attributes and lengths.</summary>
internal sealed partial class PredicateLowering
{
    private bool Attribute(Operation operation)
    {
        var target = Read(operation.A);
        var type = target.Kind == StaticKind.String ? typeof(string) : target.Value.Type;
        if (target.Kind is not (StaticKind.String or StaticKind.Object) || type is null)
            return false;
        var lookup = _members.Resolve(type, operation.Name);
        // An abstract class has no instance of its own, so its guard would never hold.
        if (!lookup.IsFound || lookup.CallsHost || type.IsAbstract)
            return false;
        var result = HostTypes.Of(lookup.MemberType);
        // A string that a property makes would be made again by the interpreter when it turns out long.
        if (result.Kind == StaticKind.Unknown || (!lookup.IsField && result.Kind == StaticKind.String))
            return false;

        GuardType(target, type);
        Push(target);
        if (lookup.Member is FieldInfo field)
            _il.Load(field);
        else
            _il.CallVirtual(((PropertyInfo)lookup.Member).GetMethod!);
        HostTypes.Convert(lookup.MemberType, _il);
        Store(operation, result.Kind == StaticKind.String ? StaticValue.ShortString : result);
        var stored = new Source(result, Operand.Register(operation.Destination));
        if (HostTypes.IsUnsignedWord(lookup.MemberType))
            GuardSign(stored);
        if (result.Kind == StaticKind.String)
            GuardShort(stored);
        return true;
    }

    /// <summary>The receiver is there, and of the very type that the member was looked up on: another may hide it.</summary>
    private void GuardType(Source target, Type type)
    {
        Push(target);
        _il.JumpIfFalse(NeedsContext);
        if (HostTypes.IsExact(type))
            return;
        Push(target);
        _il.Call(KnownMethods.TypeOfObject);
        _il.Token(type);
        _il.Call(KnownMethods.TypeFromHandle);
        _il.Call(KnownMethods.TypeEquality);
        _il.JumpIfFalse(NeedsContext);
    }

    /// <summary>Keeps out a string that is long enough for reading it to be charged.</summary>
    private void GuardShort(Source text)
    {
        var isShort = _il.Label();
        Push(text);
        _il.JumpIfFalse(isShort);
        PushLength(text);
        _il.Int32(Limits.StringUnitsPerFuel);
        _il.JumpIfAtLeast(NeedsContext);
        _il.Mark(isShort);
    }

    private void PushLength(Source text)
    {
        Push(text);
        _il.Call(KnownMethods.StringLength);
    }

    /// <summary>What is left of reading an item of <c>args</c>, which the argument itself stands for.</summary>
    private bool TouchString(Operation operation)
    {
        var text = Read(operation.A);
        if (text.Kind == StaticKind.String)
            GuardShort(text);
        return text.Kind == StaticKind.String;
    }

    /// <summary><c>len</c> of strings and arrays; it is charged nothing. Other collections count in code.</summary>
    private bool Length(Operation operation)
    {
        var target = Read(operation.A);
        bool isArray = target.Value.Type is { IsSZArray: true };
        if (target.Kind != StaticKind.String && !isArray)
            return false;
        Push(target);
        _il.JumpIfFalse(NeedsContext);
        Push(target);
        if (isArray)
            _il.ArrayLength();
        else
            _il.Call(KnownMethods.StringLength);
        _il.ToInt64();
        Store(operation, StaticValue.Int(new IntRange(0, int.MaxValue)));
        return true;
    }
}
