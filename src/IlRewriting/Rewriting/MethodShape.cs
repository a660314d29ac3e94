using HogTrace.IlRewriting.Plans;
using HogTrace.IlRewriting.Signatures;

namespace HogTrace.IlRewriting.Rewriting;

/// <summary>A method's arguments and what it returns, as its code numbers them.</summary>
internal sealed class MethodShape(MethodDescription method, MethodSignature signature)
{
    private static readonly byte[] s_object = [(byte)ElementType.Object];
    private static readonly byte[] s_double = [(byte)ElementType.Float64];

    public TypeSignature Return => signature.Return;

    public bool HasThis => signature.HasThis;

    /// <summary>Whether the receiver is a struct that the method is about to fill, and which holds anything before.</summary>
    public bool FillsReceiver => method.IsConstructor && method.DeclaringIsValueType;

    /// <summary>The receiver as an argument.</summary>
    public TypeSignature Receiver => new(method.DeclaringIsValueType, method.DeclaringType);

    /// <summary>The number by which code reads an input that is an argument or the receiver.</summary>
    public int ArgumentIndex(HookInput input) =>
        input.Kind == InputKind.Self ? 0 : input.Position + (HasThis ? 1 : 0);

    public TypeSignature ArgumentType(HookInput input) =>
        input.Kind == InputKind.Self ? Receiver : signature.Parameters[input.Position];

    /// <summary>An input's type as a type argument; null if the method has no such input there.</summary>
    public byte[]? InputType(HookInput input, Place place) => input.Kind switch
    {
        InputKind.Argument when input.Position < signature.Parameters.Length => Argument(signature.Parameters[input.Position]),
        InputKind.Self when HasThis => Argument(Receiver),
        InputKind.Result when place == Place.Return => Argument(signature.Return),
        InputKind.Exception when place == Place.Throw => s_object,
        InputKind.Duration when place != Place.Entry => s_double,
        _ => null,
    };

    private static byte[]? Argument(TypeSignature type) => type.HasArgument ? type.AsArgument : null;
}
