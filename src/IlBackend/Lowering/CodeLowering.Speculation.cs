using HogTrace.IlBackend.Typing;
using HogTrace.Runtime;

namespace HogTrace.IlBackend.Lowering;

/// <summary>Guards that make a value of unknown kind one of a kind that it most likely has.</summary>
internal abstract partial class CodeLowering
{
    /// <summary>Stakes on the kinds of two operands, as the constant among them or the interpreter's experience suggests.</summary>
    private (Source A, Source B) Expect(Operation operation, Source a, Source b)
    {
        if (a.Kind == StaticKind.Unknown || b.Kind == StaticKind.Unknown)
        {
            var kind = LikelyKind(operation, a, b);
            a = Expect(a, kind);
            b = Expect(b, kind);
        }

        return (a, b);
    }

    private StaticKind LikelyKind(Operation operation, Source a, Source b)
    {
        var met = _profile?.OperandsAt(Current) ?? OperandProfile.Unknown;
        var other = a.Kind == StaticKind.Unknown ? b.Kind : a.Kind;
        return met switch
        {
            OperandProfile.Ints => StaticKind.Int,
            OperandProfile.Strings => StaticKind.String,
            // Nothing but constants and floats is left to go by.
            OperandProfile.Other when other != StaticKind.Float => StaticKind.Unknown,
            _ when other is StaticKind.Int or StaticKind.Float or StaticKind.Bool => other,
            _ when other == StaticKind.String && operation.Code is OperationCode.Eq or OperationCode.Ne => other,
            _ => StaticKind.Unknown,
        };
    }

    /// <summary>The value as one of the kind, all others being kept out; itself when that can't be or needn't.</summary>
    private Source Expect(Source source, StaticKind kind)
    {
        if (source.Kind != StaticKind.Unknown || kind == StaticKind.Unknown || Speculation == Speculation.None || !IsInRegisterFile(source))
            return source;
        int register = source.Place.Index;
        if (kind == StaticKind.String)
            GuardString(register);
        else
            GuardMarker(register, kind);
        var value = kind switch
        {
            StaticKind.Int => StaticValue.Int(IntRange.All),
            StaticKind.Float => StaticValue.Float,
            StaticKind.Bool => StaticValue.Bool,
            _ => StaticValue.String,
        };
        _states[register] = _states[register] with { Value = value, IsLoaded = true };
        return source with { Value = value };
    }

    // A string or None: what is known as a string may always be None.
    private void GuardString(int register)
    {
        var isString = Il.Label();
        var local = Local(register, StaticKind.String);
        PushReference(register);
        Il.As(typeof(string));
        Il.Store(local);
        Il.Load(local);
        Il.JumpIfTrue(isString);
        PushReference(register);
        Il.JumpIfTrue(Deoptimize);
        Il.Mark(isString);
    }

    private void GuardMarker(int register, StaticKind kind)
    {
        PushReference(register);
        PushMarker(kind switch
        {
            StaticKind.Int => ValueLayout.IntMarker,
            StaticKind.Float => ValueLayout.FloatMarker,
            _ => ValueLayout.BoolMarker,
        });
        Il.JumpIfNotEqual(Deoptimize);
        PushFromRegister(register, kind);
        Il.Store(Local(register, kind));
    }
}
