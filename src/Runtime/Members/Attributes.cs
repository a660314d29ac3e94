using System.Runtime.CompilerServices;

namespace HogTrace.Runtime;

/// <summary>Reading <c>x.name</c>.</summary>
internal static class Attributes
{
    /// <summary>The attribute of any value, by the policy of the run's host.</summary>
    public static FaultKind Get(in Value target, string name, ref RunContext run, out Value result)
    {
        result = default;
        if (target.Reference is not { } reference || target.IsInt || target.IsBool || target.IsFloat)
            return run.Fail(FaultKind.MissingAttribute, $"{TypeNames.Of(target)} has no attribute '{name}'");
        if (reference is Mapping mapping)
            return GetEntry(mapping, name, ref run, out result);
        MemberLookup lookup = run.Host.Members.Resolve(reference.GetType(), name);
        return lookup.IsFound || TypeShape.Of(reference).Mapping is not { HasStringKeys: true }
            ? Read(lookup, reference, ref run, out result)
            : GetKey(lookup, target, name, ref run, out result);
    }

    /// <summary>Reads a resolved member; the target's type must be exactly the lookup's.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FaultKind Read(MemberLookup lookup, object target, ref RunContext run, out Value result)
    {
        if (!lookup.IsField)
            return ReadProperty(lookup, target, ref run, out result);
        result = lookup.Getter!(target);
        return Charge(result, ref run);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static FaultKind ReadProperty(MemberLookup lookup, object target, ref RunContext run, out Value result)
    {
        result = default;
        if (!lookup.IsFound)
            return run.Fail(lookup.Fault, lookup.Message!);
        if (lookup.CallsHost && run.CheckClock() is var late && late != FaultKind.None)
            return late;
        try
        {
            result = lookup.Getter(target);
        }
        catch (Exception thrown)
        {
            result = default;
            return HostFault.Record(thrown, $"reading '{lookup.Name}' of {TypeNames.Of(lookup.Type)}", ref run);
        }

        return Charge(result, ref run);
    }

    private static FaultKind GetEntry(Mapping mapping, string name, ref RunContext run, out Value result) =>
        mapping.TryGet(Value.FromString(name), out result)
            ? Charge(result, ref run)
            : run.Fail(FaultKind.MissingAttribute, $"the mapping has no key '{name}'");

    // A member that is forbidden hides no key: of a mapping, the keys are what a probe asks for.
    private static FaultKind GetKey(MemberLookup lookup, in Value target, string name, ref RunContext run, out Value result)
    {
        FaultKind fault = Items.Get(target, Value.FromString(name), ref run, out result);
        return fault == FaultKind.MissingKey ? run.Fail(lookup.Fault, lookup.Message!) : fault;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static FaultKind Charge(in Value result, ref RunContext run) =>
        result.StringOrNull is { } text ? run.TryTouchString(text.Length) : FaultKind.None;
}
