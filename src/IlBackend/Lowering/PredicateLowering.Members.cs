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
        Store(operation, result);
        GuardResult(new Source(result, Operand.Register(operation.Destination)), lookup.MemberType);
        return true;
    }

    /// <summary>The receiver is there, and of the very type that the member was looked up on: another may hide it.</summary>
    private void GuardType(Source target, Type type)
    {
        Push(target);
        _il.JumpIfFalse(_needsContext);
        if (HostTypes.IsExact(type))
            return;
        Push(target);
        _il.Call(KnownMethods.TypeOfObject);
        _il.Token(type);
        _il.Call(KnownMethods.TypeFromHandle);
        _il.Call(KnownMethods.TypeEquality);
        _il.JumpIfFalse(_needsContext);
    }

    /// <summary>Keeps out what an attribute is charged for, a long string, and what is no Int after all.</summary>
    private void GuardResult(Source result, Type type)
    {
        if (HostTypes.IsUnsignedWord(type))
            GuardSign(result);
        if (result.Kind != StaticKind.String)
            return;
        var isShort = _il.Label();
        Push(result);
        _il.JumpIfFalse(isShort);
        Push(result);
        _il.Call(KnownMethods.StringLength);
        _il.Int32(Limits.StringUnitsPerFuel);
        _il.JumpIfAtLeast(_needsContext);
        _il.Mark(isShort);
    }

    /// <summary><c>len</c> of strings and arrays; it is charged nothing. Other collections count in code.</summary>
    private bool Length(Operation operation)
    {
        var target = Read(operation.A);
        bool isArray = target.Value.Type is { IsSZArray: true };
        if (target.Kind != StaticKind.String && !isArray)
            return false;
        Push(target);
        _il.JumpIfFalse(_needsContext);
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
