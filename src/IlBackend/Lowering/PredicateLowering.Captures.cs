using HogTrace.IlBackend.Capturing;
using HogTrace.Runtime;

namespace HogTrace.IlBackend.Lowering;

/// <summary>Captures of values that need no copy.</summary>
internal sealed partial class PredicateLowering
{
    /// <summary>What writes the body's capture; null where there is none to write.</summary>
    public CaptureWriter? Captures { get; init; }

    private bool Capture(Operation operation)
    {
        if (Captures is null)
            return false;
        var values = new CapturedOperand[operation.Count];
        for (int i = 0; i < values.Length; i++)
        {
            var source = Read(Operand.Register(operation.A.Index + i));
            values[i] = new CapturedOperand(source.Value, () => Push(source));
        }

        return Captures.TryWrite(values);
    }
}
