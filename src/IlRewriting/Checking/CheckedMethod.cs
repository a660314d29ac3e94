using HogTrace.IlRewriting.Bodies;
using HogTrace.IlRewriting.Signatures;

namespace HogTrace.IlRewriting.Checking;

/// <summary>The types of a method's arguments and locals and of what it returns.</summary>
/// <param name="Return">Null for nothing.</param>
internal sealed record CheckedMethod(StackType[] Arguments, StackType[] Locals, StackType? Return)
{
    /// <summary>Null, and why, if a signature is malformed.</summary>
    public static CheckedMethod? TryDescribe(MethodDescription method, MethodBody body, TypeKinds kinds, out string? problem)
    {
        problem = "the method's signature is malformed";
        if (MethodSignature.TryParse(method.Signature) is not { } signature || !new SignatureReader(method.DeclaringType).TryType(out var declaring))
            return null;
        problem = "the signature of the locals is missing or malformed";
        if (LocalsSignature.TryOf(method, body) is not { } locals)
            return null;
        problem = null;
        var arguments = signature.Parameters.Select(kinds.Of);
        if (signature.HasThis && !signature.IsThisExplicit)
            arguments = arguments.Prepend(kinds.Of(declaring with { IsReference = method.DeclaringIsValueType }));
        return new CheckedMethod(
            [.. arguments],
            [.. locals.Locals.Select(kinds.Of)],
            signature.Return.IsVoid ? null : kinds.Of(signature.Return));
    }
}
