using System.Reflection;

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

    private static MethodInfo Of(Type type, string name, params Type[] parameters) => type.GetMethod(name, parameters)!;
}
