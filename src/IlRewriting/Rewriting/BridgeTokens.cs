using HogTrace.IlRewriting.Signatures;

namespace HogTrace.IlRewriting.Rewriting;

/// <summary>Tokens of what rewritten code calls: the one place that knows the bridge's names and signatures.</summary>
internal sealed class BridgeTokens(ITokenSource tokens)
{
    private const byte MethodInstantiation = 0x0A;
    private const byte Static = 0x00;

    private int Hits => tokens.BridgeType("Hits");

    /// <summary><c>long Hits.Clock()</c></summary>
    public int Clock() => tokens.MemberRef(Hits, "Clock", Method(Static, 0, ElementType.Int64).ToArray());

    /// <summary><c>double Hits.Since(long)</c></summary>
    public int Since() => tokens.MemberRef(Hits, "Since", Method(Static, 1, ElementType.Float64).Element(ElementType.Int64).ToArray());

    /// <summary><c>T Hits.Load&lt;T&gt;(ref T)</c></summary>
    public int Load(byte[] type)
    {
        var signature = GenericMethod(1, 1);
        Parameter(signature, 0).Element(ElementType.Reference);
        return Instantiate("Load", Parameter(signature, 0), [type]);
    }

    /// <summary><c>void Hits.Hit&lt;T0,…&gt;(int, T0, …)</c></summary>
    public int Hit(IReadOnlyList<byte[]> types)
    {
        if (types.Count == 0)
            return tokens.MemberRef(Hits, "Hit", Method(Static, 1, ElementType.Void).Element(ElementType.Int32).ToArray());
        var signature = GenericMethod(types.Count, types.Count + 1).Element(ElementType.Void).Element(ElementType.Int32);
        for (int i = 0; i < types.Count; i++)
            Parameter(signature, i);
        return Instantiate("Hit", signature, types);
    }

    /// <summary><c>void Hits.HitPacked&lt;TInputs&gt;(int, TInputs)</c></summary>
    public int HitPacked(byte[] inputs) =>
        Instantiate("HitPacked", Parameter(GenericMethod(1, 2).Element(ElementType.Void).Element(ElementType.Int32), 0), [inputs]);

    /// <summary><c>TTask Hits.HitAsync&lt;TTask, TInputs&gt;(int, long, TTask, TInputs)</c></summary>
    public int HitAsync(byte[] task, byte[] inputs)
    {
        var signature = Parameter(GenericMethod(2, 4), 0).Element(ElementType.Int32).Element(ElementType.Int64);
        return Instantiate("HitAsync", Parameter(Parameter(signature, 0), 1), [task, inputs]);
    }

    /// <summary>The type <c>Inputs&lt;T0,…&gt;</c>.</summary>
    public byte[] InputsType(IReadOnlyList<byte[]> types) =>
        new SignatureWriter().Instance(ElementType.ValueType, tokens.BridgeType($"Inputs`{types.Count}"), types).ToArray();

    /// <summary>The constructor of a type that <see cref="InputsType"/> gave.</summary>
    public int InputsConstructor(byte[] inputsType, int count)
    {
        var signature = Method(MethodSignature.HasThisFlag, count, ElementType.Void);
        for (int i = 0; i < count; i++)
            signature.Element(ElementType.TypeParameter).Number(i);
        return tokens.MemberRef(tokens.TypeSpec(inputsType), ".ctor", signature.ToArray());
    }

    /// <summary>The type <c>NoInputs</c>.</summary>
    public byte[] NoInputsType() =>
        new SignatureWriter().Element(ElementType.ValueType).TypeToken(tokens.BridgeType("NoInputs")).ToArray();

    /// <summary><c>NoInputs NoInputs.Value</c></summary>
    public int NoInputsValue() =>
        tokens.MemberRef(tokens.BridgeType("NoInputs"), "get_Value", new SignatureWriter().Byte(Static).Number(0).Bytes(NoInputsType()).ToArray());

    public int Type(byte[] type) => tokens.TypeSpec(type);

    private int Instantiate(string name, SignatureWriter signature, IReadOnlyList<byte[]> types)
    {
        var instantiation = new SignatureWriter().Byte(MethodInstantiation).Number(types.Count);
        foreach (byte[] type in types)
            instantiation.Bytes(type);
        return tokens.MethodSpec(tokens.MemberRef(Hits, name, signature.ToArray()), instantiation.ToArray());
    }

    private static SignatureWriter Method(int convention, int parameters, ElementType returned) =>
        new SignatureWriter().Byte(convention).Number(parameters).Element(returned);

    private static SignatureWriter GenericMethod(int typeParameters, int parameters) =>
        new SignatureWriter().Byte(Static | MethodSignature.Generic).Number(typeParameters).Number(parameters);

    private static SignatureWriter Parameter(SignatureWriter signature, int number) =>
        signature.Element(ElementType.MethodParameter).Number(number);
}
