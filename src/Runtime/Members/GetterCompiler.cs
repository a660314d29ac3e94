using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace HogTrace.Runtime;

/// <summary>Makes the delegate that reads a member of an object of a known type.</summary>
internal static class GetterCompiler
{
    // The delegate is closed over this object: an open static one would go through a shuffle thunk.
    private static readonly object s_closedOver = new();

    private static readonly MethodInfo s_fromBool = Factory(nameof(Value.FromBool), typeof(bool));
    private static readonly MethodInfo s_fromInt = Factory(nameof(Value.FromInt), typeof(long));
    private static readonly MethodInfo s_fromFloat = Factory(nameof(Value.FromFloat), typeof(double));
    private static readonly MethodInfo s_fromString = Factory(nameof(Value.FromString), typeof(string));
    private static readonly MethodInfo s_fromReference = Factory(nameof(Value.FromReference), typeof(object));
    private static readonly MethodInfo s_fromObject = Factory(nameof(Value.FromObject), typeof(object));

    private static readonly MethodInfo s_from = typeof(Value).GetMethod(nameof(Value.From))!;

    public static Func<object, Value> Compile(MemberInfo member) =>
        RuntimeFeature.IsDynamicCodeSupported ? Emit(member) : Reflect(member);

    internal static Func<object, Value> Reflect(MemberInfo member) =>
        member is FieldInfo field
            ? target => Value.FromObject(field.GetValue(target))
            : target => Value.FromObject(
                ((PropertyInfo)member).GetValue(target, BindingFlags.DoNotWrapExceptions, null, null, null));

    private static Func<object, Value> Emit(MemberInfo member)
    {
        var method = new DynamicMethod(
            $"read_{member.Name}", typeof(Value), [typeof(object), typeof(object)], restrictedSkipVisibility: true);
        ILGenerator il = method.GetILGenerator();
        il.Emit(OpCodes.Ldarg_1);

        // No castclass: the caller has compared the exact type.
        if (member.DeclaringType!.IsValueType)
            il.Emit(OpCodes.Unbox, member.DeclaringType);
        if (member is FieldInfo field)
        {
            il.Emit(OpCodes.Ldfld, field);
            EmitConversion(il, field.FieldType);
        }
        else
        {
            MethodInfo getter = ((PropertyInfo)member).GetMethod!;
            il.Emit(member.DeclaringType.IsValueType ? OpCodes.Call : OpCodes.Callvirt, getter);
            EmitConversion(il, getter.ReturnType);
        }

        il.Emit(OpCodes.Ret);
        return method.CreateDelegate<Func<object, Value>>(s_closedOver);
    }

    private static void EmitConversion(ILGenerator il, Type type)
    {
        if (type == typeof(Value))
            return;
        if (type.IsEnum || !EmitPrimitive(il, type))
            EmitReference(il, type);
    }

    private static bool EmitPrimitive(ILGenerator il, Type type)
    {
        switch (Type.GetTypeCode(type))
        {
            case TypeCode.Boolean:
                il.Emit(OpCodes.Call, s_fromBool);
                return true;
            case TypeCode.SByte or TypeCode.Int16 or TypeCode.Int32:
                il.Emit(OpCodes.Conv_I8);
                il.Emit(OpCodes.Call, s_fromInt);
                return true;
            case TypeCode.Byte or TypeCode.UInt16 or TypeCode.UInt32:
                il.Emit(OpCodes.Conv_U8);
                il.Emit(OpCodes.Call, s_fromInt);
                return true;
            case TypeCode.Int64:
                il.Emit(OpCodes.Call, s_fromInt);
                return true;
            case TypeCode.Single or TypeCode.Double:
                il.Emit(OpCodes.Conv_R8);
                il.Emit(OpCodes.Call, s_fromFloat);
                return true;
            case TypeCode.String:
                il.Emit(OpCodes.Call, s_fromString);
                return true;
            default:
                return false;
        }
    }

    private static void EmitReference(ILGenerator il, Type type)
    {
        if (type.IsValueType)
            il.Emit(OpCodes.Call, s_from.MakeGenericMethod(type));
        else
            il.Emit(OpCodes.Call, Value.MayHoldScalar(type) ? s_fromObject : s_fromReference);
    }

    private static MethodInfo Factory(string name, Type parameter) =>
        typeof(Value).GetMethod(
            name, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic, [parameter])!;
}
