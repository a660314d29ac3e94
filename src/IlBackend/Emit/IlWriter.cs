using System.Reflection;
using System.Reflection.Emit;

namespace HogTrace.IlBackend.Emit;

/// <summary>
/// Instructions by name, so that lowering reads like the code it makes. Without a generator nothing is made: lowering
/// then only finds out what it would know where.
/// </summary>
internal sealed class IlWriter(ILGenerator? il, IlListing? listing = null)
{
    public static IlWriter Nowhere => new(null);

    /// <summary>Whether somebody wants to read what is written.</summary>
    public bool IsListed => listing is not null;

    public Label Label() => il?.DefineLabel() ?? default;

    public void Mark(Label label)
    {
        il?.MarkLabel(label);
        listing?.Mark(label);
    }

    /// <summary>Says in the listing what the instructions from here on are for.</summary>
    public void Begin(IlBlock block) => listing?.Begin(block);

    public LocalBuilder Local(Type type)
    {
        var local = il?.DeclareLocal(type)!;
        listing?.Declare(local);
        return local;
    }

    public void Argument(int index)
    {
        il?.Emit(OpCodes.Ldarg, (short)index);
        listing?.Add(OpCodes.Ldarg, index);
    }

    public void Load(LocalBuilder local) => Emit(OpCodes.Ldloc, local);

    public void LoadAddress(LocalBuilder local) => Emit(OpCodes.Ldloca, local);

    public void Store(LocalBuilder local) => Emit(OpCodes.Stloc, local);

    /// <summary>Moves a reference on the stack by so many bytes.</summary>
    public void Offset(int bytes)
    {
        if (bytes == 0)
            return;
        Int32(bytes);
        Add();
    }

    public void Load(FieldInfo field) => Emit(OpCodes.Ldfld, field);

    public void Store(FieldInfo field) => Emit(OpCodes.Stfld, field);

    public void LoadObject(Type type) => Emit(OpCodes.Ldobj, type);

    public void StoreObject(Type type) => Emit(OpCodes.Stobj, type);

    public void InitializeObject(Type type) => Emit(OpCodes.Initobj, type);

    /// <summary>The reference on the stack when it is of the type, else null.</summary>
    public void As(Type type) => Emit(OpCodes.Isinst, type);

    public void ElementAddress(Type type) => Emit(OpCodes.Ldelema, type);

    public void LoadInt64() => Emit(OpCodes.Ldind_I8);

    public void ElementReference() => Emit(OpCodes.Ldelem_Ref);

    public void Int32(int value)
    {
        il?.Emit(OpCodes.Ldc_I4, value);
        listing?.Add(OpCodes.Ldc_I4, value);
    }

    public void Int64(long value)
    {
        il?.Emit(OpCodes.Ldc_I8, value);
        listing?.Add(OpCodes.Ldc_I8, value);
    }

    public void Double(double value)
    {
        il?.Emit(OpCodes.Ldc_R8, value);
        listing?.Add(OpCodes.Ldc_R8, value);
    }

    public void Text(string value)
    {
        il?.Emit(OpCodes.Ldstr, value);
        listing?.Add(OpCodes.Ldstr, value);
    }

    public void Null() => Emit(OpCodes.Ldnull);

    public void Token(Type type) => Emit(OpCodes.Ldtoken, type);

    public void Call(MethodInfo method) => Emit(OpCodes.Call, method);

    public void CallVirtual(MethodInfo method) => Emit(OpCodes.Callvirt, method);

    public void ArrayLength() => Emit(OpCodes.Ldlen);

    public void Add() => Emit(OpCodes.Add);

    public void Subtract() => Emit(OpCodes.Sub);

    public void Multiply() => Emit(OpCodes.Mul);

    public void Divide() => Emit(OpCodes.Div);

    public void Remainder() => Emit(OpCodes.Rem);

    public void Negate() => Emit(OpCodes.Neg);

    public void And() => Emit(OpCodes.And);

    public void Or() => Emit(OpCodes.Or);

    public void Xor() => Emit(OpCodes.Xor);

    public void ShiftLeft(int bits)
    {
        Int32(bits);
        Emit(OpCodes.Shl);
    }

    public void ShiftRight(int bits)
    {
        Int32(bits);
        Emit(OpCodes.Shr);
    }

    public void AreEqual() => Emit(OpCodes.Ceq);

    public void IsLess() => Emit(OpCodes.Clt);

    public void IsGreater() => Emit(OpCodes.Cgt);

    public void IsUnsignedGreater() => Emit(OpCodes.Cgt_Un);

    /// <summary>Less, or not ordered: for floats.</summary>
    public void IsLessOrUnordered() => Emit(OpCodes.Clt_Un);

    public void IsGreaterOrUnordered() => Emit(OpCodes.Cgt_Un);

    /// <summary>The opposite of a 0 or 1.</summary>
    public void Not()
    {
        Int32(0);
        AreEqual();
    }

    public void ToInt32() => Emit(OpCodes.Conv_I4);

    public void ToInt64() => Emit(OpCodes.Conv_I8);

    public void UnsignedToInt64() => Emit(OpCodes.Conv_U8);

    public void ToDouble() => Emit(OpCodes.Conv_R8);

    public void Jump(Label target) => Emit(OpCodes.Br, target);

    public void JumpIfFalse(Label target) => Emit(OpCodes.Brfalse, target);

    public void JumpIfTrue(Label target) => Emit(OpCodes.Brtrue, target);

    public void JumpIfEqual(Label target) => Emit(OpCodes.Beq, target);

    public void JumpIfNotEqual(Label target) => Emit(OpCodes.Bne_Un, target);

    public void JumpIfLess(Label target) => Emit(OpCodes.Blt, target);

    public void JumpIfGreater(Label target) => Emit(OpCodes.Bgt, target);

    public void JumpIfAtLeast(Label target) => Emit(OpCodes.Bge, target);

    public void JumpIfUnsignedAtMost(Label target) => Emit(OpCodes.Ble_Un, target);

    public void JumpIfUnsignedGreater(Label target) => Emit(OpCodes.Bgt_Un, target);

    public void Return() => Emit(OpCodes.Ret);

    private void Emit(OpCode code)
    {
        il?.Emit(code);
        listing?.Add(code, null);
    }

    private void Emit(OpCode code, LocalBuilder local)
    {
        il?.Emit(code, local);
        listing?.Add(code, local);
    }

    private void Emit(OpCode code, FieldInfo field)
    {
        il?.Emit(code, field);
        listing?.Add(code, field);
    }

    private void Emit(OpCode code, MethodInfo method)
    {
        il?.Emit(code, method);
        listing?.Add(code, method);
    }

    private void Emit(OpCode code, Type type)
    {
        il?.Emit(code, type);
        listing?.Add(code, type);
    }

    private void Emit(OpCode code, Label target)
    {
        il?.Emit(code, target);
        listing?.Add(code, target);
    }
}
