using System.Reflection;
using HogTrace.IlBackend.Typing;
using HogTrace.Runtime;

namespace HogTrace.IlBackend.Emit;

/// <summary>Every framework method that lowered code calls; none throws for what it is given there.</summary>
internal static class KnownMethods
{
    public static readonly MethodInfo StringEquals = Of(typeof(string), nameof(string.Equals), typeof(string), typeof(string));

    public static readonly MethodInfo StringIsNullOrEmpty = Of(typeof(string), nameof(string.IsNullOrEmpty), typeof(string));

    public static readonly MethodInfo StringLength = typeof(string).GetProperty(nameof(string.Length))!.GetMethod!;

    /// <summary>High word of the product; the low one goes out by reference.</summary>
    public static readonly MethodInfo BigMul =
        Of(typeof(Math), nameof(Math.BigMul), typeof(long), typeof(long), typeof(long).MakeByRefType());

    public static readonly MethodInfo TypeOfObject = Of(typeof(object), nameof(object.GetType));

    public static readonly MethodInfo TypeFromHandle = Of(typeof(Type), nameof(Type.GetTypeFromHandle), typeof(RuntimeTypeHandle));

    /// <summary>The JIT turns it, with the two above, into one comparison of method tables.</summary>
    public static readonly MethodInfo TypeEquality = Of(typeof(Type), "op_Equality", typeof(Type), typeof(Type));

    public static readonly MethodInfo ValueNone = typeof(Value).GetProperty(nameof(Value.None))!.GetMethod!;

    private static readonly MethodInfo s_valueFromBool = Of(typeof(Value), nameof(Value.FromBool), typeof(bool));
    private static readonly MethodInfo s_valueFromInt = Of(typeof(Value), nameof(Value.FromInt), typeof(long));
    private static readonly MethodInfo s_valueFromFloat = Of(typeof(Value), nameof(Value.FromFloat), typeof(double));
    private static readonly MethodInfo s_valueFromString = Of(typeof(Value), nameof(Value.FromString), typeof(string));

    /// <summary>What makes a value of the form that IL holds it in.</summary>
    public static MethodInfo ValueFrom(StaticKind kind) => kind switch
    {
        StaticKind.Bool => s_valueFromBool,
        StaticKind.Int => s_valueFromInt,
        StaticKind.Float => s_valueFromFloat,
        StaticKind.String => s_valueFromString,
        _ => throw new InvalidOperationException($"No value of kind {kind}."),
    };

    private static MethodInfo Of(Type type, string name, params Type[] parameters) => type.GetMethod(name, parameters)!;
}
