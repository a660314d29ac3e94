namespace HogTrace.IlRewriting.Signatures;

/// <summary>The type of a parameter, local, field or of what is returned; its modifiers are stripped.</summary>
/// <param name="IsReference">Whether it is a managed reference to the type.</param>
/// <param name="Element">The type.</param>
internal readonly record struct TypeSignature(bool IsReference, byte[] Element)
{
    private static readonly byte[] s_nativeInt = [(byte)ElementType.NativeInt];

    public ElementType Kind => (ElementType)Element[0];

    public bool IsVoid => !IsReference && Kind == ElementType.Void;

    /// <summary>A pointer or function pointer, which no type argument can be.</summary>
    public bool IsPointer => Kind is ElementType.Pointer or ElementType.FunctionPointer;

    /// <summary>As a type argument: what a reference refers to; of pointers, their number.</summary>
    public byte[] AsArgument => IsPointer ? s_nativeInt : Element;

    /// <summary>Whether there is a value that can be given to generic methods.</summary>
    public bool HasArgument => Kind is not (ElementType.Void or ElementType.TypedReference);

    /// <summary>The type as a local's.</summary>
    public byte[] AsLocal => IsReference ? [(byte)ElementType.Reference, .. Element] : Element;
}
