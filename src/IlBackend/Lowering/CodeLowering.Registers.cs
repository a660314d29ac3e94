using HogTrace.IlBackend.Emit;
using HogTrace.IlBackend.Typing;
using HogTrace.Runtime;

namespace HogTrace.IlBackend.Lowering;

/// <summary>Values between the register file and locals.</summary>
internal abstract partial class CodeLowering
{
    /// <summary>The argument that refers to the register file.</summary>
    private const int RegistersArgument = 1;

    /// <summary>Pushes a reference to a register.</summary>
    protected void PushRegister(int register)
    {
        Il.Argument(RegistersArgument);
        Il.Offset(register * System.Runtime.CompilerServices.Unsafe.SizeOf<Value>());
    }

    private void PushReference(int register)
    {
        PushRegister(register);
        Il.Load(ValueLayout.Reference);
    }

    /// <summary>Loads a value of known kind from the register file into its local.</summary>
    private void Load(Source source)
    {
        int register = source.Place.Index;
        PushFromRegister(register, source.Kind);
        Il.Store(Local(register, source.Kind));
        _states[register] = _states[register] with { IsLoaded = true };
    }

    private void PushFromRegister(int register, StaticKind kind)
    {
        PushRegister(register);
        if (kind is StaticKind.String or StaticKind.Object)
        {
            Il.Load(ValueLayout.Reference);
            return;
        }

        Il.Load(ValueLayout.Bits);
        if (kind == StaticKind.Bool)
            Il.ToInt32();
        else if (kind == StaticKind.Float)
            Il.Call(KnownMethods.BitsToDouble);
    }

    /// <summary>Puts the value of a register where Runtime finds it.</summary>
    protected void EnsureStored(int register)
    {
        if (_states[register].IsStored)
            return;
        WriteStore(register, _states[register]);
        _states[register] = _states[register] with { IsStored = true };
    }

    /// <summary>Writes the value that a register has in a state into the register file.</summary>
    protected void WriteStore(int register, RegisterState state)
    {
        PushRegister(register);
        if (state.CopyOf >= 0)
        {
            PushRegister(state.CopyOf);
            Il.LoadObject(typeof(Value));
        }
        else if (state.Kind == StaticKind.None)
        {
            Il.InitializeObject(typeof(Value));
            return;
        }
        else
        {
            Il.Load(Local(register, state.Kind));
            Il.Call(KnownMethods.ToValue(state.Kind));
        }

        Il.StoreObject(typeof(Value));
    }

    /// <summary>Brings a register from one state into what another says of where its value is.</summary>
    protected void Reconcile(int register, RegisterState from, RegisterState to)
    {
        if (to.IsStored && !from.IsStored)
            WriteStore(register, from);
        if (!to.IsLoaded || to.Kind == StaticKind.None || (from.IsLoaded && from.Kind == to.Kind))
            return;
        if (from.Kind == StaticKind.None)
            Il.Null();
        else
            PushFromRegister(register, from.Kind);
        Il.Store(Local(register, to.Kind));
    }

    protected static bool IsReconciled(RegisterState from, RegisterState to) =>
        (from.IsStored || !to.IsStored) && (!to.IsLoaded || to.Kind == StaticKind.None || (from.IsLoaded && from.Kind == to.Kind));

    /// <summary>Pushes whether a value in the register file is Bool True.</summary>
    private void PushIsTrueBool(Source source)
    {
        PushReference(source.Place.Index);
        PushMarker(ValueLayout.BoolMarker);
        Il.AreEqual();
        PushRegister(source.Place.Index);
        Il.Load(ValueLayout.Bits);
        Il.ToInt32();
        Il.And();
    }

    /// <summary>Pushes a marker; the JIT makes a constant of it.</summary>
    private void PushMarker(Type marker)
    {
        Il.Token(marker);
        Il.Call(KnownMethods.TypeFromHandle);
    }
}
