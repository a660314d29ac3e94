using System.Reflection;
using System.Reflection.Emit;
using HogTrace.IlBackend.Emit;
using HogTrace.IlBackend.Typing;
using HogTrace.Runtime;

namespace HogTrace.IlBackend.Lowering;

/// <summary>Attributes.</summary>
internal abstract partial class CodeLowering
{
    // Type of the markers themselves: an object of it and a scalar can't be told apart by their types.
    private static readonly Type s_markerType = typeof(Type).GetType();

    private bool Attribute(Operation operation)
    {
        if (AvoidsGuards)
            return false;
        var target = Read(operation.A);
        var lookups = LookUp(target, operation.Name);
        if (lookups.Length == 0 && IsUnmet(target))
        {
            Il.Jump(Deoptimize);
            _hasLeft = true;
            return true;
        }

        if (lookups is not [var first, ..] || ResultOf(lookups) is not { } result)
            return false;

        PushReceiver(target);
        Il.JumpIfFalse(Deoptimize);
        if (lookups.Length == 1)
        {
            GuardType(target, first.Type, Deoptimize);
            ReadMember(target, first, operation, result);
        }
        else
        {
            ReadOneOf(target, lookups, operation, result);
        }

        if (result.Kind == StaticKind.String)
            GuardShort(new Source(result, Operand.Register(operation.Destination)));
        Store(operation.Destination, result.Kind == StaticKind.String ? StaticValue.ShortString : result);
        return true;
    }

    // The first form of code that has not been interpreted: nobody knows the types yet, and a call of the definition
    // would never find out. The guards that fail lead to the next form.
    private bool IsUnmet(Source target) =>
        HasRegisters && Speculation == Speculation.SmallInts && target.Kind == StaticKind.Unknown && _profile is { HasRun: false };

    /// <summary>The member by the exact types that the receiver has, as far as anybody knows; empty when it can't be compiled.</summary>
    private MemberLookup[] LookUp(Source target, string name)
    {
        if (target.Kind == StaticKind.String)
            return LookUp([typeof(string)], name);
        if (target.Kind is not (StaticKind.Object or StaticKind.Unknown) || (target.Kind == StaticKind.Unknown && !IsInRegisterFile(target)))
            return [];
        if (target.Value.Type is { } known && HostTypes.IsExact(known))
            return LookUp([known], name);
        var met = _profile?.TypesAt(Current) ?? [];
        if (met.Count > 0)
            return LookUp(met, name);
        // An abstract class has no instance of its own, so its guard would never hold.
        return target.Value.Type is { IsAbstract: false } type ? LookUp([type], name) : [];
    }

    private MemberLookup[] LookUp(IReadOnlyList<Type> types, string name)
    {
        MemberLookup[] lookups = [.. types.Select(type => _members.Resolve(type, name))];
        return lookups.All(lookup => lookup.IsFound && !lookup.CallsHost && lookup.Type != s_markerType && !lookup.Type.IsValueType) ? lookups : [];
    }

    /// <summary>What is known of the member's value, whichever type it is read of; null when that isn't enough.</summary>
    private static StaticValue? ResultOf(MemberLookup[] lookups)
    {
        var result = HostTypes.Of(lookups[0].MemberType!);
        foreach (var lookup in lookups)
        {
            // A string that a property makes would be made again by the interpreter when it turns out long.
            var value = HostTypes.Of(lookup.MemberType!);
            if (value.Kind == StaticKind.Unknown || (!lookup.IsField && value.Kind == StaticKind.String))
                return null;
            result = StaticValue.Merge(result, value);
        }

        return result.Kind == StaticKind.Unknown ? null : result;
    }

    private void ReadOneOf(Source target, MemberLookup[] lookups, Operation operation, StaticValue result)
    {
        var done = Il.Label();
        foreach (var lookup in lookups)
        {
            var next = Il.Label();
            GuardType(target, lookup.Type, next);
            ReadMember(target, lookup, operation, result);
            Il.Jump(done);
            Il.Mark(next);
        }

        Il.Jump(Deoptimize);
        Il.Mark(done);
    }

    private void ReadMember(Source target, MemberLookup lookup, Operation operation, StaticValue result)
    {
        var type = lookup.MemberType!;
        PushReceiver(target);
        if (lookup.Member is FieldInfo field)
            Il.Load(field);
        else
            Il.CallVirtual(((PropertyInfo)lookup.Member!).GetMethod!);
        HostTypes.Convert(type, Il);
        Il.Store(Local(operation.Destination, result.Kind));
        if (HostTypes.IsUnsignedWord(type))
            GuardSign(new Source(result, Operand.Register(operation.Destination)));
    }

    private void Store(int register, StaticValue value) => _states[register] = RegisterState.Loaded(value);

    private void PushReceiver(Source target)
    {
        if (target.Kind == StaticKind.Unknown)
            PushReference(target.Place.Index);
        else
            Push(target);
    }

    /// <summary>The receiver is of the very type that the member was looked up on: another may hide it.</summary>
    private void GuardType(Source target, Type type, Label otherwise)
    {
        if (target.Kind == StaticKind.String || (target.Value.Type == type && HostTypes.IsExact(type)))
            return;
        PushReceiver(target);
        Il.Call(KnownMethods.TypeOfObject);
        Il.Token(type);
        Il.Call(KnownMethods.TypeFromHandle);
        Il.Call(KnownMethods.TypeEquality);
        Il.JumpIfFalse(otherwise);
    }
}
