using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using HogTrace.Bridge;
using HogTrace.Runtime;

namespace HogTrace.Agent.Hooks;

/// <summary>Reads a struct of inputs as values in a row, by code made once for each such struct.</summary>
internal static class PackedInputs<TInputs>
    where TInputs : struct
{
    private const string RestField = "Rest";

    private delegate void Storing(ref readonly TInputs inputs, ref Value first);

    private static readonly List<FieldInfo[]> s_paths = PathsOf(typeof(TInputs));
    private static readonly Storing s_store = Compile();

    /// <summary>How many inputs there are.</summary>
    public static int Count => s_paths.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(ref readonly TInputs inputs, ref Value first) => s_store(in inputs, ref first);

    // The rest of a full struct is another one, so a path is a field, or rests and then a field.
    private static List<FieldInfo[]> PathsOf(Type type)
    {
        List<FieldInfo[]> paths = [];
        FieldInfo[] rests = [];
        while (type != typeof(NoInputs))
        {
            FieldInfo? rest = null;
            foreach (var field in type.GetFields())
            {
                if (field.Name == RestField)
                    rest = field;
                else
                    paths.Add([.. rests, field]);
            }

            if (rest is null)
                break;
            rests = [.. rests, rest];
            type = rest.FieldType;
        }

        return paths;
    }

    private static Storing Compile()
    {
        var from = typeof(Value).GetMethods().Single(method => method is { Name: nameof(Value.From), IsGenericMethodDefinition: true });
        var method = new DynamicMethod(
            "store", typeof(void), [typeof(TInputs).MakeByRefType(), typeof(Value).MakeByRefType()], restrictedSkipVisibility: true);
        var il = method.GetILGenerator();
        for (int i = 0; i < s_paths.Count; i++)
        {
            il.Emit(OpCodes.Ldarg_1);
            il.Emit(OpCodes.Ldc_I4, i);
            il.Emit(OpCodes.Sizeof, typeof(Value));
            il.Emit(OpCodes.Mul);
            il.Emit(OpCodes.Add);
            il.Emit(OpCodes.Ldarg_0);
            foreach (var rest in s_paths[i][..^1])
                il.Emit(OpCodes.Ldflda, rest);
            var field = s_paths[i][^1];
            il.Emit(OpCodes.Ldfld, field);
            il.Emit(OpCodes.Call, from.MakeGenericMethod(field.FieldType));
            il.Emit(OpCodes.Stobj, typeof(Value));
        }

        il.Emit(OpCodes.Ret);
        return method.CreateDelegate<Storing>();
    }
}
