using System.Reflection.Emit;
using HogTrace.Bytecode;
using HogTrace.IlBackend.Emit;
using HogTrace.IlBackend.Typing;
using HogTrace.Runtime;

namespace HogTrace.IlBackend.Capturing;

/// <summary>
/// Writes a capture as code: checks that the values can be recorded as they are, begins a record, writes them
/// into it, and hands it over. Until it is begun nothing has happened, and the hit can still be left to the site.
/// </summary>
internal sealed class CaptureWriter(CapturePlan plan, CaptureContract contract, IlWriter il, CaptureEnds ends)
{
    // Bytes that an event has for a value beside a string's characters.
    private const int ScalarBytes = Snapshotter.ScalarBytes;
    private const int StringBytes = Snapshotter.FrameBytes;

    /// <summary>False, with nothing written, when a value isn't one that is recorded as it is.</summary>
    public bool TryWrite(ReadOnlySpan<CapturedOperand> values)
    {
        long most = 0;
        foreach (var value in values)
        {
            if (value.Value.Kind is StaticKind.Unknown or StaticKind.Object)
                return false;
            most += MostBytes(value);
        }

        WriteLengthChecks(values, needsSum: most >= plan.Room && !values.IsEmpty);
        WriteGate();
        WriteRecord(values);
        return true;
    }

    private long MostBytes(CapturedOperand value) =>
        value.Value.Kind != StaticKind.String ? ScalarBytes : StringBytes + (long)MostUnits(value);

    private int MostUnits(CapturedOperand text) =>
        text.Value.IsShort ? Math.Min(Limits.StringUnitsPerFuel - 1, plan.LongestString) : plan.LongestString;

    /// <summary>Leaves a hit to the interpreter whose strings have to be cut, one or all together.</summary>
    private void WriteLengthChecks(ReadOnlySpan<CapturedOperand> values, bool needsSum)
    {
        var sum = needsSum ? il.Local(typeof(long)) : null;
        long known = 0;
        if (sum is not null)
        {
            il.Int64(0);
            il.Store(sum);
        }

        foreach (var value in values)
        {
            if (value.Value.Kind == StaticKind.String)
                WriteLengthCheck(value, sum);
            else
                known += MostBytes(value);
        }

        if (sum is null)
            return;
        il.Load(sum);
        il.Int64(plan.Room - known);
        il.JumpIfAtLeast(ends.Fires);
    }

    private void WriteLengthCheck(CapturedOperand text, LocalBuilder? sum)
    {
        bool isShort = text.Value.IsShort && plan.LongestString >= Limits.StringUnitsPerFuel;
        if (sum is null && isShort)
            return;
        var isNone = il.Label();
        var isChecked = il.Label();
        text.Push();
        il.JumpIfFalse(isNone);
        text.Push();
        il.Call(KnownMethods.StringLength);
        il.Int32(plan.LongestString);
        il.JumpIfGreater(ends.Fires);
        if (sum is not null)
        {
            WriteAdd(sum, () =>
            {
                text.Push();
                il.Call(KnownMethods.StringLength);
                il.ToInt64();
                il.Int64(StringBytes);
                il.Add();
            });
            il.Jump(isChecked);
        }

        il.Mark(isNone);
        if (sum is not null)
            WriteAdd(sum, () => il.Int64(ScalarBytes));
        il.Mark(isChecked);
    }

    private void WriteAdd(LocalBuilder sum, Action pushBytes)
    {
        il.Load(sum);
        pushBytes();
        il.Add();
        il.Store(sum);
    }

    private void WriteGate()
    {
        il.Argument(0);
        il.Load(contract.Gate);
        il.Int32(contract.Open);
        il.JumpIfNotEqual(ends.Due);
        il.Call(KnownMethods.IsInHostCall);
        il.JumpIfTrue(ends.Due);
    }

    private void WriteRecord(ReadOnlySpan<CapturedOperand> values)
    {
        var record = il.Local(contract.TryBegin.ReturnType);
        il.Argument(0);
        il.Call(contract.TryBegin);
        il.Store(record);
        il.Load(record);
        il.JumpIfFalse(ends.Done);

        var first = il.Local(contract.Values.ReturnType);
        il.Load(record);
        il.Call(contract.Values);
        il.Store(first);
        for (int i = 0; i < values.Length; i++)
        {
            il.Load(first);
            il.Offset(i * System.Runtime.CompilerServices.Unsafe.SizeOf<Value>());
            WriteValue(values[i]);
        }

        il.Argument(0);
        il.Load(record);
        il.Call(contract.Send);
        il.Jump(ends.Done);
    }

    /// <summary>Takes the place from the stack.</summary>
    private void WriteValue(CapturedOperand value)
    {
        if (value.Value.Kind == StaticKind.None)
        {
            il.InitializeObject(typeof(Value));
            return;
        }

        value.Push();
        // The bits of a string are 0, as those of a place are that nothing has been written to.
        if (value.Value.Kind == StaticKind.String)
        {
            il.Store(ValueLayout.Reference);
            return;
        }

        il.Call(KnownMethods.ToValue(value.Value.Kind));
        il.StoreObject(typeof(Value));
    }
}
