using System.Collections.Immutable;
using HogTrace.IlRewriting;
using HogTrace.IlRewriting.Plans;
using HogTrace.IlRewriting.Signatures;

namespace HogTrace.Tests.Rewriting.Assemblies;

/// <summary>All kinds of plans that fit a method.</summary>
internal static class PlanMaker
{
    private const int TypedInputs = 8;

    public static IEnumerable<(string Name, ProbePlan Plan)> For(MethodDescription method)
    {
        var signature = MethodSignature.TryParse(method.Signature)!;
        var inputs = Inputs(method, signature);
        yield return ("entry", new(Typed(1, []), null, null, ReadsClock: false));
        yield return ("entry typed", new(Typed(2, inputs), null, null, ReadsClock: false));
        yield return ("entry packed", new(Packed(300, inputs), null, null, ReadsClock: false));
        yield return ("all typed", new(Typed(3, inputs), Typed(4, AtReturn(signature, inputs)), Typed(5, AtThrow(inputs)), ReadsClock: true));
        yield return ("all packed", new(Packed(6, inputs), Packed(7, AtReturn(signature, inputs)), Packed(8, AtThrow(inputs)), ReadsClock: true));
        yield return ("return", new(null, Typed(9, signature.Return.HasArgument ? [new(InputKind.Result)] : []), null, ReadsClock: false));
        yield return ("throw", new(null, null, Typed(10, [new(InputKind.Exception)]), ReadsClock: false));
        if (signature.Return is not { HasArgument: true, IsReference: false, IsPointer: false })
            yield break;
        yield return ("async", new(null, new HookCall(11, HookForm.Async, inputs), null, ReadsClock: true));
        yield return ("async and throw", new(Typed(1, []), new HookCall(11, HookForm.Async, []), Packed(12, []), ReadsClock: false));
    }

    private static HookCall Typed(int id, ImmutableArray<HookInput> inputs) =>
        new(id, HookForm.Typed, [.. inputs.Take(TypedInputs)]);

    private static HookCall Packed(int id, ImmutableArray<HookInput> inputs) => new(id, HookForm.Packed, inputs);

    private static ImmutableArray<HookInput> AtReturn(MethodSignature method, ImmutableArray<HookInput> inputs) =>
        method.Return.HasArgument
            ? [new(InputKind.Result), new(InputKind.Duration), .. inputs]
            : [new(InputKind.Duration), .. inputs];

    private static ImmutableArray<HookInput> AtThrow(ImmutableArray<HookInput> inputs) =>
        [new(InputKind.Exception), new(InputKind.Duration), .. inputs];

    private static ImmutableArray<HookInput> Inputs(MethodDescription method, MethodSignature signature)
    {
        var inputs = ImmutableArray.CreateBuilder<HookInput>();
        if (signature.HasThis && new TypeSignature(false, method.DeclaringType).HasArgument)
            inputs.Add(new HookInput(InputKind.Self));
        for (int i = 0; i < signature.Parameters.Length; i++)
        {
            if (signature.Parameters[i].HasArgument)
                inputs.Add(new HookInput(InputKind.Argument, (ushort)i));
        }

        return inputs.ToImmutable();
    }
}
