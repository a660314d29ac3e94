using System.Reflection;
using System.Reflection.Emit;

namespace HogTrace.IlBackend.Emit;

/// <summary>Instructions by name, so that lowering reads like the code it makes.</summary>
internal sealed class IlWriter(ILGenerator il)
{
    public Label Label() => il.DefineLabel();

    public void Mark(Label label) => il.MarkLabel(label);

    public LocalBuilder Local(Type type) => il.DeclareLocal(type);

    public void Argument(int index) => il.Emit(OpCodes.Ldarg, (short)index);

    public void Load(LocalBuilder local) => il.Emit(OpCodes.Ldloc, local);

    public void LoadAddress(LocalBuilder local) => il.Emit(OpCodes.Ldloca, local);

    public void Store(LocalBuilder local) => il.Emit(OpCodes.Stloc, local);

    public void Load(FieldInfo field) => il.Emit(OpCodes.Ldfld, field);

    public void Store(FieldInfo field) => il.Emit(OpCodes.Stfld, field);

    public void StoreObject(Type type) => il.Emit(OpCodes.Stobj, type);

    /// <summary>Moves a reference on the stack by so many bytes.</summary>
    public void Offset(int bytes)
    {
        if (bytes == 0)
            return;
        Int32(bytes);
        Add();
    }

    public void Int32(int value) => il.Emit(OpCodes.Ldc_I4, value);

    public void Int64(long value) => il.Emit(OpCodes.Ldc_I8, value);

    public void Double(double value) => il.Emit(OpCodes.Ldc_R8, value);

    public void Text(string value) => il.Emit(OpCodes.Ldstr, value);

    public void Null() => il.Emit(OpCodes.Ldnull);

    public void Token(Type type) => il.Emit(OpCodes.Ldtoken, type);

    public void Call(MethodInfo method) => il.Emit(OpCodes.Call, method);

    public void CallVirtual(MethodInfo method) => il.Emit(OpCodes.Callvirt, method);

    public void ArrayLength() => il.Emit(OpCodes.Ldlen);

    public void Add() => il.Emit(OpCodes.Add);

    public void Subtract() => il.Emit(OpCodes.Sub);

    public void Multiply() => il.Emit(OpCodes.Mul);

    public void Divide() => il.Emit(OpCodes.Div);

    public void Remainder() => il.Emit(OpCodes.Rem);

    public void Negate() => il.Emit(OpCodes.Neg);

    public void And() => il.Emit(OpCodes.And);

    public void Or() => il.Emit(OpCodes.Or);

    public void Xor() => il.Emit(OpCodes.Xor);

    public void ShiftRight(int bits)
    {
        Int32(bits);
        il.Emit(OpCodes.Shr);
    }

    public void AreEqual() => il.Emit(OpCodes.Ceq);

    public void IsLess() => il.Emit(OpCodes.Clt);

    public void IsGreater() => il.Emit(OpCodes.Cgt);

    /// <summary>Less, or not ordered: for floats.</summary>
    public void IsLessOrUnordered() => il.Emit(OpCodes.Clt_Un);

    public void IsGreaterOrUnordered() => il.Emit(OpCodes.Cgt_Un);

    /// <summary>The opposite of a 0 or 1.</summary>
    public void Not()
    {
        Int32(0);
        AreEqual();
    }

    public void ToInt32() => il.Emit(OpCodes.Conv_I4);

    public void ToInt64() => il.Emit(OpCodes.Conv_I8);

    public void UnsignedToInt64() => il.Emit(OpCodes.Conv_U8);

    public void ToDouble() => il.Emit(OpCodes.Conv_R8);

    public void Jump(Label target) => il.Emit(OpCodes.Br, target);

    public void JumpIfFalse(Label target) => il.Emit(OpCodes.Brfalse, target);

    public void JumpIfTrue(Label target) => il.Emit(OpCodes.Brtrue, target);

    public void JumpIfEqual(Label target) => il.Emit(OpCodes.Beq, target);

    public void JumpIfNotEqual(Label target) => il.Emit(OpCodes.Bne_Un, target);

    public void JumpIfLess(Label target) => il.Emit(OpCodes.Blt, target);

    public void JumpIfGreater(Label target) => il.Emit(OpCodes.Bgt, target);

    public void JumpIfAtLeast(Label target) => il.Emit(OpCodes.Bge, target);

    public void JumpIfUnsignedAtMost(Label target) => il.Emit(OpCodes.Ble_Un, target);

    public void JumpIfUnsignedGreater(Label target) => il.Emit(OpCodes.Bgt_Un, target);

    public void Return() => il.Emit(OpCodes.Ret);
}
