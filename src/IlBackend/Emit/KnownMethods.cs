using System.Numerics;
using System.Reflection;
using HogTrace.IlBackend.Typing;
using HogTrace.Runtime;

namespace HogTrace.IlBackend.Emit;

/// <summary>Every method that lowered code calls; none throws for what it is given there.</summary>
internal static class KnownMethods
{
    public static readonly MethodInfo StringEquals = Of(typeof(string), nameof(string.Equals), typeof(string), typeof(string));

    public static readonly MethodInfo StringIsNullOrEmpty = Of(typeof(string), nameof(string.IsNullOrEmpty), typeof(string));

    public static readonly MethodInfo StringLength = typeof(string).GetProperty(nameof(string.Length))!.GetMethod!;

    /// <summary>A reference to the first character.</summary>
    public static readonly MethodInfo StringCharacters = Of(typeof(string), nameof(string.GetPinnableReference));

    public static readonly MethodInfo RotateRight = Of(typeof(BitOperations), nameof(BitOperations.RotateRight), typeof(ulong), typeof(int));

    /// <summary>High word of the product; the low one goes out by reference.</summary>
    public static readonly MethodInfo BigMul =
        Of(typeof(Math), nameof(Math.BigMul), typeof(long), typeof(long), typeof(long).MakeByRefType());

    public static readonly MethodInfo BitsToDouble = Of(typeof(BitConverter), nameof(BitConverter.Int64BitsToDouble), typeof(long));

    public static readonly MethodInfo TypeOfObject = Of(typeof(object), nameof(object.GetType));

    public static readonly MethodInfo TypeFromHandle = Of(typeof(Type), nameof(Type.GetTypeFromHandle), typeof(RuntimeTypeHandle));

    /// <summary>The JIT turns it, with the two above, into one comparison of method tables.</summary>
    public static readonly MethodInfo TypeEquality = Of(typeof(Type), "op_Equality", typeof(Type), typeof(Type));

    public static readonly MethodInfo IsInHostCall =
        typeof(RunContext).GetProperty(nameof(RunContext.IsInHostCall))!.GetMethod!;

    public static readonly MethodInfo IsTrue = Of(typeof(OutlinedOperators), nameof(OutlinedOperators.IsTrue), typeof(Value).MakeByRefType());

    public static readonly MethodInfo Fail = Of(typeof(RunContext), nameof(RunContext.Fail), typeof(FaultKind), typeof(string));

    private static readonly MethodInfo s_fromBool = Of(typeof(Value), nameof(Value.FromBool), typeof(bool));
    private static readonly MethodInfo s_fromInt = Of(typeof(Value), nameof(Value.FromInt), typeof(long));
    private static readonly MethodInfo s_fromFloat = Of(typeof(Value), nameof(Value.FromFloat), typeof(double));
    private static readonly MethodInfo s_fromString = Of(typeof(Value), nameof(Value.FromString), typeof(string));
    private static readonly MethodInfo s_fromReference = Of(typeof(Value), nameof(Value.FromReference), typeof(object));

    private static readonly Type s_values = typeof(Value).MakeByRefType();
    private static readonly Type s_run = typeof(RunContext).MakeByRefType();

    private static readonly Dictionary<OperationCode, MethodInfo> s_definitions = new()
    {
        [OperationCode.Add] = Of(typeof(OutlinedOperators), nameof(OutlinedOperators.Add), s_values, s_values, s_run, s_values),
        [OperationCode.Sub] = Of(typeof(OutlinedOperators), nameof(OutlinedOperators.Sub), s_values, s_values, s_run, s_values),
        [OperationCode.Mul] = Of(typeof(OutlinedOperators), nameof(OutlinedOperators.Mul), s_values, s_values, s_run, s_values),
        [OperationCode.Div] = Of(typeof(OutlinedOperators), nameof(OutlinedOperators.Div), s_values, s_values, s_run, s_values),
        [OperationCode.Mod] = Of(typeof(OutlinedOperators), nameof(OutlinedOperators.Mod), s_values, s_values, s_run, s_values),
        [OperationCode.Neg] = Of(typeof(Operators), nameof(Operators.Neg), s_values, s_run, s_values),
        [OperationCode.GetItem] = Of(typeof(Items), nameof(Items.Get), s_values, s_values, s_run, s_values),
        [OperationCode.GetAttr] = Of(typeof(RegisterOperations), nameof(RegisterOperations.GetAttribute), s_values, typeof(string), s_run, s_values),
        [OperationCode.LoadName] = Of(typeof(FrameValues), nameof(FrameValues.Name), typeof(string), s_run, s_values),
        [OperationCode.LoadArgs] = Of(typeof(FrameValues), nameof(FrameValues.Args), typeof(TranslatedCode), s_values, s_run, s_values),
        [OperationCode.LoadKwargs] = Of(typeof(FrameValues), nameof(FrameValues.Kwargs), typeof(FrameShape), s_values, s_run, s_values),
        [OperationCode.LoadLocals] = Of(typeof(FrameValues), nameof(FrameValues.Locals), typeof(FrameShape), s_values, s_run, s_values),
        [OperationCode.LoadGlobals] = Of(typeof(FrameValues), nameof(FrameValues.Globals), s_run, s_values),
        [OperationCode.GetStore] = Of(typeof(RunContext), nameof(RunContext.GetStore), typeof(string), s_values),
        [OperationCode.SetStore] = Of(typeof(RunContext), nameof(RunContext.SetStore), typeof(string), s_values),
        [OperationCode.TouchString] = Of(typeof(RegisterOperations), nameof(RegisterOperations.TouchString), s_values, s_run),
        [OperationCode.Capture] = Of(typeof(RegisterOperations), nameof(RegisterOperations.Capture), typeof(CaptureSite), s_values, s_run),
        [OperationCode.Call] = Of(typeof(RegisterOperations), nameof(RegisterOperations.Call), typeof(Bytecode.Function), s_values, typeof(int), s_run),
        [OperationCode.GetSlice] = Of(typeof(RegisterOperations), nameof(RegisterOperations.Slice), s_values, typeof(int), s_run),
    };

    private static readonly Dictionary<OperationCode, MethodInfo> s_comparisons = new()
    {
        [OperationCode.Eq] = Comparison(nameof(OutlinedOperators.Eq)),
        [OperationCode.Ne] = Comparison(nameof(OutlinedOperators.Ne)),
        [OperationCode.Lt] = Comparison(nameof(OutlinedOperators.Lt)),
        [OperationCode.Gt] = Comparison(nameof(OutlinedOperators.Gt)),
        [OperationCode.Le] = Comparison(nameof(OutlinedOperators.Le)),
        [OperationCode.Ge] = Comparison(nameof(OutlinedOperators.Ge)),
    };

    /// <summary>What Runtime says that an operation means: gives the fault.</summary>
    public static MethodInfo Definition(OperationCode code) => s_definitions[code];

    /// <summary>What Runtime says that a comparison means: gives the fault; the result goes out as a bool.</summary>
    public static MethodInfo Comparison(OperationCode code) => s_comparisons[code];

    /// <summary>Makes a value of the language of one in a local.</summary>
    public static MethodInfo ToValue(StaticKind kind) => kind switch
    {
        StaticKind.Bool => s_fromBool,
        StaticKind.Int => s_fromInt,
        StaticKind.Float => s_fromFloat,
        StaticKind.String => s_fromString,
        _ => s_fromReference,
    };

    private static MethodInfo Comparison(string name) =>
        Of(typeof(OutlinedOperators), name, s_values, s_values, s_run, typeof(bool).MakeByRefType());

    private static MethodInfo Of(Type type, string name, params Type[] parameters) =>
        type.GetMethod(
            name, BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, parameters)
        ?? throw new MissingMethodException(type.Name, name);
}
